import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import type { Lot } from './lots'

/**
 * Takes out a lot whose last day is over, by an entry dated to the end of that day however late it is noticed. The lot
 * goes with the entry, so it lapses once; the sequence number in the cause keeps apart what lapsed on one day at two
 * times (late imports).
 */
export function expire(
  account: Account,
  lot: Lot & { readonly validUntil: Day },
  settings: Settings,
  recordedAt: number,
): Account {
  return post(
    account,
    {
      _id: `expiry:${account._id}:${lot.validUntil}:${account.seq + 1}`,
      kind: 'pointsExpired',
      at: startOfDay(addDays(lot.validUntil, 1)) - 1,
      day: lot.validUntil,
      recordedAt,
      source: `lot:${lot.validUntil}`,
      reason: { zh: '积分到期', en: 'Points expired' },
      legs: move('points', 'store.pointsExpired', 'points', lot.points),
      lots: [{ validUntil: lot.validUntil, points: -lot.points }],
      basis: { of: 'expiry', validUntil: lot.validUntil },
      rule: null,
      by: 'system',
    },
    settings,
  )
}
