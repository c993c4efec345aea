import { NO_BALANCES, type Balances } from './account'
import type { Leg, MemberAccount, Unit } from './entry'

export const MEMBER_ACCOUNTS = Object.keys(NO_BALANCES) as readonly MemberAccount[]

/** Legs sum to zero for each unit. */
export function assertBalanced(legs: readonly Leg[]): void {
  const sums = new Map<Unit, number>()
  for (const leg of legs) {
    if (!Number.isSafeInteger(leg.amount))
      throw new Error(`leg of ${leg.account} is no integer: ${leg.amount}`)
    sums.set(leg.unit, (sums.get(leg.unit) ?? 0) + leg.amount)
  }
  for (const [unit, sum] of sums) {
    if (sum !== 0) throw new Error(`legs leave ${sum} ${unit} over`)
  }
}

/** What the legs change on the member's own accounts. */
export function memberChange(legs: readonly Leg[]): Balances {
  const change: Record<MemberAccount, number> = { ...NO_BALANCES }
  for (const leg of legs) {
    if (isMemberAccount(leg.account)) change[leg.account] += leg.amount
  }
  return change
}

export function addBalances(a: Balances, b: Balances): Balances {
  const sum: Record<MemberAccount, number> = { ...a }
  for (const name of MEMBER_ACCOUNTS) sum[name] += b[name]
  return sum
}

/** An amount out of one account and into another; nothing at all when it is zero. */
export function move(from: Leg['account'], to: Leg['account'], unit: Unit, amount: number): Leg[] {
  if (amount === 0) return []
  return [
    { account: from, unit, amount: -amount },
    { account: to, unit, amount },
  ]
}

function isMemberAccount(name: Leg['account']): name is MemberAccount {
  return name in NO_BALANCES
}
