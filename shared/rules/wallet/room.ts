import { sumOf } from '@shared/kernel/sumOf'
import type { PrepaidRules } from './settings'
import { fundsOf, type Funds, type Wallet } from './wallet'

/** What an amount takes up of a wallet's room. */
export const sizeOf = ({ principalFen, bonusFen }: Funds, { countsBonus }: PrepaidRules): number =>
  principalFen + (countsBonus ? bonusFen : 0)

/** How much more a wallet may take: what is held for orders and what is being paid in takes up room too. */
export function roomFen({ lots, waiting }: Wallet, rules: PrepaidRules): number {
  const comingFen = sumOf(waiting, ({ terms }) =>
    sizeOf({ principalFen: terms.payFen, bonusFen: terms.gift.bonusFen }, rules),
  )
  return Math.max(0, rules.mostFen - sizeOf(fundsOf(lots), rules) - comingFen)
}
