import { upgradePoints } from '../benefits/upgradePoints'
import { applyGrowthDays, countedOf } from '../growth/days'
import { applyLots, totalOf } from '../points/lots'
import { applyPending } from '../points/pending'
import { remindersOf } from '../points/remind'
import type { Settings } from '../settings/settings'
import { judge } from '../tiers/judge'
import { standingOf } from '../tiers/standingOf'
import { firstMove, moveOf, type TierMove } from '../tiers/tierMove'
import type { TierState } from '../tiers/tierState'
import { fundsOf, walletOf } from '../wallet/wallet'
import type { Account } from './account'
import type { Entry, EntryDraft } from './entry'
import { addBalances, assertBalanced, MEMBER_ACCOUNTS, memberChange } from './legs'

/**
 * Records one entry on an account: moves the balances, lots and growth days, judges the level anew, appends to the
 * tail; what comes with a higher level is a second entry. Throws when the entry breaks the books: legs that do not sum
 * to zero in a unit, a balance on the wrong side of zero, lots, growth days or top-ups that do not add up to their balance. Such
 * an entry must never be written.
 */
export function post(account: Account, draft: EntryDraft, settings: Settings): Account {
  assertBalanced(draft.legs)
  const { pending = [], growthDays = [] } = draft
  const change = memberChange(draft.legs)
  const moved: Account = {
    ...account,
    seq: account.seq + 1,
    balances: addBalances(account.balances, change),
    lots: applyLots(account.lots, draft.lots),
    pending: applyPending(account.pending, pending),
    growthDays: applyGrowthDays(account.growthDays, growthDays),
  }
  assertSound(moved, draft._id)
  const { tier, move } = judged(moved, draft, settings)
  // Field by field: a spread of drafts of many shapes took a quarter of an import's time.
  const entry: Entry = {
    _id: draft._id,
    schemaVersion: 1,
    member: account._id,
    seq: moved.seq,
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
    tier: move,
    by: draft.by,
  }
  const next: Account = {
    ...moved,
    tier,
    expiryReminders: remindersOf(account.lots, moved.lots, account.expiryReminders, draft.day),
    tail: [...account.tail, entry],
    tailSince: account.tailSince ?? draft.recordedAt,
  }
  const gift = move?.kind === 'up' ? upgradePoints(next, { ...draft, ...draft.judged }, settings) : null
  return gift ? post(gift.account, gift.draft, settings) : next
}

/** The level after what the entry did. */
function judged(
  account: Account,
  draft: EntryDraft,
  settings: Settings,
): { tier: TierState; move: TierMove | null } {
  const { day, at } = draft.judged ?? draft
  const moment = { today: day, at }
  const { tier, decision } = judge(standingOf(account, settings), settings.tiers, moment)
  return { tier, move: draft.kind === 'memberJoined' ? firstMove(tier.id) : moveOf(decision) }
}

/** What an account's parts must add up to. */
function assertSound(account: Account, cause: string): void {
  const { balances, lots, pending, growthDays } = account
  for (const name of MEMBER_ACCOUNTS) {
    const isWrong = name === 'pointsDebt' ? balances[name] > 0 : balances[name] < 0
    if (isWrong) throw new Error(`entry ${cause} would leave ${name} at ${balances[name]}`)
  }
  const funds = fundsOf(walletOf(account).lots)
  const parts = [
    ['lots', totalOf(lots), balances.points, 'points'],
    ['pending lots', totalOf(pending), balances.pendingPoints, 'pending points'],
    ['growth days', countedOf(growthDays), balances.growth, 'growth'],
    ['top-ups', funds.principalFen, balances.principal, 'fen of principal'],
    ['top-ups', funds.bonusFen, balances.bonus, 'fen of bonus'],
  ] as const
  for (const [name, sum, balance, unit] of parts) {
    if (sum !== balance) throw new Error(`entry ${cause} leaves ${name} of ${sum} under ${balance} ${unit}`)
  }
}
