import type { Account } from '../account/account'
import { applyOrder, type OrderChange } from '../tiers/bought'
import { tierWithOrder } from '../tiers/tierState'

/** The account with an order that came, was lowered or went, for its level to be judged by. */
export function withBought(account: Account, change: OrderChange): Account {
  return {
    ...account,
    bought: applyOrder(account.bought, change),
    tier: tierWithOrder(account.tier, change),
  }
}
