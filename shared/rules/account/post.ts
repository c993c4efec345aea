import { applyGrowthDays, countedOf } from '../growth/days'
import { applyLots, totalOf } from '../points/lots'
import { applyPending } from '../points/pending'
import { remindersOf } from '../points/remind'
import type { Settings } from '../settings/settings'
import { evaluateTier } from '../tiers/evaluate'
import { NO_BALANCES, type Account, type Balances } from './account'
import type { Entry, EntryDraft, Leg, MemberAccount, Unit } from './entry'

export const MEMBER_ACCOUNTS = Object.keys(NO_BALANCES) as readonly MemberAccount[]

/**
 * Records one entry on an account: moves the balances, lots and growth days, re-evaluates the tier, appends to the
 * tail. Throws when the entry breaks the books: legs that do not sum to zero in a unit, a balance on the wrong side
 * of zero, lots or growth days that do not add up to their balance. Such an entry must never be written.
 */
export function post(account: Account, draft: EntryDraft, settings: Settings): Account {
  assertBalanced(draft.legs)
  const { pending = [], growthDays = [] } = draft
  const change = memberChange(draft.legs)
  const moved: Account = {
    ...account,
    balances: addBalances(account.balances, change),
    lots: applyLots(account.lots, draft.lots),
    pending: applyPending(account.pending, pending),
    growthDays: applyGrowthDays(account.growthDays, growthDays),
  }
  assertSound(moved, draft._id)
  const tier = evaluateTier(moved, settings.tiers, draft.kind === 'memberJoined')
  // Field by field: a spread of drafts of many shapes took a quarter of an import's time.
  const entry: Entry = {
    _id: draft._id,
    schemaVersion: 1,
    member: account._id,
    seq: account.seq + 1,
    kind: draft.kind,
    at: draft.at,
    day: draft.day,
    recordedAt: draft.recordedAt,
    source: draft.source,
    reason: draft.reason,
    legs: draft.legs,
    change,
    after: moved.balances,
    lots: draft.lots,
    pending,
    growthDays,
    basis: draft.basis,
    rule: draft.rule,
    tier,
    by: draft.by,
  }
  return {
    ...moved,
    seq: entry.seq,
    tier: tier ? { id: tier.to, since: draft.day } : account.tier,
    expiryReminders: remindersOf(account.lots, moved.lots, account.expiryReminders, draft.day),
    tail: [...account.tail, entry],
    tailSince: account.tailSince ?? draft.recordedAt,
  }
}

/** What an account's parts must add up to. */
function assertSound({ balances, lots, pending, growthDays }: Account, cause: string): void {
  for (const name of MEMBER_ACCOUNTS) {
    const isWrong = name === 'pointsDebt' ? balances[name] > 0 : balances[name] < 0
    if (isWrong) throw new Error(`entry ${cause} would leave ${name} at ${balances[name]}`)
  }
  const parts = [
    ['lots', totalOf(lots), balances.points, 'points'],
    ['pending lots', totalOf(pending), balances.pendingPoints, 'pending points'],
    ['growth days', countedOf(growthDays), balances.growth, 'growth'],
  ] as const
  for (const [name, sum, balance, unit] of parts) {
    if (sum !== balance) throw new Error(`entry ${cause} leaves ${name} of ${sum} under ${balance} ${unit}`)
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
