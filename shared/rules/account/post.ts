import { applyLots, totalOf } from '../points/lots'
import { nextDueDay } from './dueDay'
import { evaluateTier } from '../tiers/evaluate'
import type { TierSettings } from '../tiers/settings'
import type { Account, Balances } from './account'
import type { Entry, EntryDraft, Leg, MemberAccount, Unit } from './entry'

const MEMBER_ACCOUNTS: readonly MemberAccount[] = ['points', 'growth', 'principal', 'bonus']

/**
 * Records one entry on an account: moves the balances and lots, re-evaluates the tier, appends to the tail.
 * Throws when the entry breaks the books: legs that do not sum to zero in a unit, a negative balance, lots
 * that do not add up to the points. Such an entry must never be written.
 */
export function post(account: Account, draft: EntryDraft, tiers: TierSettings): Account {
  assertBalanced(draft.legs)
  const change = memberChange(draft.legs)
  const after = addBalances(account.balances, change)
  const lots = applyLots(account.lots, draft.lots)
  for (const name of MEMBER_ACCOUNTS) {
    if (after[name] < 0) throw new Error(`entry ${draft._id} would leave ${name} at ${after[name]}`)
  }
  if (totalOf(lots) !== after.points) {
    throw new Error(`entry ${draft._id} leaves lots of ${totalOf(lots)} under ${after.points} points`)
  }
  const moved: Account = { ...account, balances: after, lots }
  const tier = evaluateTier(moved, tiers, draft.kind === 'memberJoined')
  const entry: Entry = {
    ...draft,
    schemaVersion: 1,
    member: account._id,
    seq: account.seq + 1,
    change,
    after,
    tier,
  }
  return {
    ...moved,
    seq: entry.seq,
    tier: tier ? { id: tier.to, since: draft.day } : account.tier,
    dueDay: nextDueDay(lots),
    tail: [...account.tail, entry],
    tailSince: account.tailSince ?? draft.recordedAt,
  }
}

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
  const change: Record<MemberAccount, number> = { points: 0, growth: 0, principal: 0, bonus: 0 }
  for (const leg of legs) {
    if (isMemberAccount(leg.account)) change[leg.account] += leg.amount
  }
  return change
}

export function addBalances(a: Balances, b: Balances): Balances {
  return {
    points: a.points + b.points,
    growth: a.growth + b.growth,
    principal: a.principal + b.principal,
    bonus: a.bonus + b.bonus,
  }
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
  return (MEMBER_ACCOUNTS as readonly string[]).includes(name)
}
