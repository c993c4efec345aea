import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import type { Paid } from '../quote/paid'

/** What paying for a membership moves: stored value and WeChat Pay alike. */
export const membershipPaidLegs = ({ principal, bonus, wechat }: Paid): readonly Leg[] => [
  ...move('principal', 'store.memberships', 'fen', principal),
  ...move('bonus', 'store.memberships', 'fen', bonus),
  ...move('store.cash.wechat', 'store.memberships', 'fen', wechat),
]

/** The same of what goes back. */
export const membershipBackLegs = ({ principal, bonus, wechat }: Paid): readonly Leg[] => [
  ...move('store.memberships', 'principal', 'fen', principal),
  ...move('store.memberships', 'bonus', 'fen', bonus),
  ...move('store.memberships', 'store.cash.wechat', 'fen', wechat),
]
