import { sumOf } from '@shared/kernel/sumOf'
import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import type { Channel, Funds } from './wallet'

/** Money comes in as principal; what is given on top is issued by the store. */
export const topUpLegs = (channel: Channel, { principalFen, bonusFen }: Funds): readonly Leg[] => [
  ...move(`store.cash.${channel}`, 'principal', 'fen', principalFen),
  ...move('store.bonusIssued', 'bonus', 'fen', bonusFen),
]

/** Both kinds pay alike, for goods or for freight. */
export const spentLegs = (
  { principalFen, bonusFen }: Funds,
  to: 'store.sales' | 'store.freight',
): readonly Leg[] => [...move('principal', to, 'fen', principalFen), ...move('bonus', to, 'fen', bonusFen)]

export const givenBackLegs = (
  { principalFen, bonusFen }: Funds,
  from: 'store.sales' | 'store.freight',
): readonly Leg[] => [
  ...move(from, 'principal', 'fen', principalFen),
  ...move(from, 'bonus', 'fen', bonusFen),
]

/** Principal goes out the way that each part goes back; bonus returns to who issued it. */
export function refundLegs(parts: readonly (Funds & { readonly payBack: Channel })[]): readonly Leg[] {
  const channels = ['wechat', 'counter'] as const
  return [
    ...channels.flatMap((channel) => {
      const through = parts.filter(({ payBack }) => payBack === channel)
      return move(
        'principal',
        `store.cash.${channel}`,
        'fen',
        sumOf(through, ({ principalFen }) => principalFen),
      )
    }),
    ...move(
      'bonus',
      'store.bonusIssued',
      'fen',
      sumOf(parts, ({ bonusFen }) => bonusFen),
    ),
  ]
}

/** A refund that could not be paid out, the other way round. */
export const returnedLegs = (back: Funds, channel: Channel): readonly Leg[] => topUpLegs(channel, back)

export const convertedLegs = (bonusFen: number, into: 'points' | 'coupon' | 'giftCard'): readonly Leg[] =>
  move('bonus', `store.bonusConverted.${into}`, 'fen', bonusFen)
