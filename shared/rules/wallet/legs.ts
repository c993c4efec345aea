import { sumOf } from '@shared/kernel/sumOf'
import type { Channel, Funds } from './wallet'

/** The accounts that stored value moves between: the member's two, and those of the store. */
export type WalletAccount =
  | 'principal'
  | 'bonus'
  | `store.cash.${Channel}`
  | 'store.sales'
  | 'store.freight'
  | 'store.bonusIssued'
  | `store.bonusConverted.${'points' | 'coupon' | 'giftCard'}`

/** One side of a movement of money: `amount` is what the account gains, in fen. */
export interface WalletLeg {
  readonly account: WalletAccount
  readonly unit: 'fen'
  readonly amount: number
}

/** Money comes in as principal; what is given on top is issued by the store. */
export const topUpLegs = (channel: Channel, { principalFen, bonusFen }: Funds): readonly WalletLeg[] => [
  ...move(`store.cash.${channel}`, 'principal', principalFen),
  ...move('store.bonusIssued', 'bonus', bonusFen),
]

/** Both kinds pay alike, for goods or for freight. */
export const spentLegs = (
  { principalFen, bonusFen }: Funds,
  to: 'store.sales' | 'store.freight',
): readonly WalletLeg[] => [...move('principal', to, principalFen), ...move('bonus', to, bonusFen)]

export const givenBackLegs = (
  { principalFen, bonusFen }: Funds,
  from: 'store.sales' | 'store.freight',
): readonly WalletLeg[] => [...move(from, 'principal', principalFen), ...move(from, 'bonus', bonusFen)]

/** Principal goes out the way that each part goes back; bonus returns to who issued it. */
export function refundLegs(parts: readonly (Funds & { readonly payBack: Channel })[]): readonly WalletLeg[] {
  const channels = ['wechat', 'counter'] as const
  return [
    ...channels.flatMap((channel) => {
      const through = parts.filter(({ payBack }) => payBack === channel)
      return move(
        'principal',
        `store.cash.${channel}`,
        sumOf(through, ({ principalFen }) => principalFen),
      )
    }),
    ...move(
      'bonus',
      'store.bonusIssued',
      sumOf(parts, ({ bonusFen }) => bonusFen),
    ),
  ]
}

export const convertedLegs = (
  bonusFen: number,
  into: 'points' | 'coupon' | 'giftCard',
): readonly WalletLeg[] => move('bonus', `store.bonusConverted.${into}`, bonusFen)

function move(from: WalletAccount, to: WalletAccount, amount: number): readonly WalletLeg[] {
  if (amount === 0) return []
  return [
    { account: from, unit: 'fen', amount: -amount },
    { account: to, unit: 'fen', amount },
  ]
}
