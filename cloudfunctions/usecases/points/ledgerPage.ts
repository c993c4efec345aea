import { monthOf } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import { asksForAll, isAsked, type LedgerFilter } from '@shared/rules/account/ledger'
import type { Cloud } from '../../database/cloud'
import { readEntriesBelow } from '../../database/journal'
import { readAccount } from '../../database/members'
import type { Call } from '../../runtime/call'

const PAGE = 20

/** Some of a member's entries, newest first. */
interface Page {
  readonly entries: readonly Entry[]
  /** The sequence number to go on below; null at the end. */
  readonly nextCursor: number | null
}

/** A member's account and a page of their ledger, of what a filter asks for: two reads. Null when they are not there. */
export async function readLedgerPage(
  { cloud, memberId }: Pick<Call, 'cloud' | 'memberId'>,
  filter: LedgerFilter,
  below = Number.MAX_SAFE_INTEGER,
): Promise<{ readonly account: Account; readonly page: Page } | null> {
  if (!asksForAll(filter)) {
    const account = await readAccount(cloud, memberId)
    return account ? { account, page: await filteredPage(cloud, account, filter, below) } : null
  }
  const [account, filed] = await Promise.all([
    readAccount(cloud, memberId),
    readEntriesBelow(cloud, memberId, below, PAGE),
  ])
  if (!account) return null
  const entries = await completePage(cloud, account, below, filed)
  const last = entries.at(-1)
  return { account, page: { entries, nextCursor: last && last.seq > 1 ? last.seq : null } }
}

/**
 * Gaps tell nothing here, so the journal is read after the account: what has left the tail since is in it. One entry
 * more than a page tells whether there is another page.
 */
async function filteredPage(
  cloud: Cloud,
  account: Account,
  filter: LedgerFilter,
  below: number,
): Promise<Page> {
  const top = Math.min(below, account.seq + 1)
  const filed = await readEntriesBelow(cloud, account._id, top, PAGE + 1, filter)
  const waiting = account.tail.filter((entry) => isAsked(entry, filter))
  const found = merge({ ...account, tail: waiting }, below, filed)
  const entries = found.slice(0, PAGE)
  return { entries, nextCursor: found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null }
}

/**
 * The entries below a sequence number, from the tail and the journal. The two were read side by side: entries that
 * were on their way from one to the other may be in neither. Sequences have no gaps, so that shows, and a journal
 * read after the account has them all.
 */
export async function completePage(
  cloud: Cloud,
  account: Account,
  below: number,
  filed: readonly Entry[],
): Promise<Entry[]> {
  const page = merge(account, below, filed).slice(0, PAGE)
  const top = Math.min(below - 1, account.seq)
  const whole = page.length === Math.min(PAGE, top) && page.every((entry, index) => entry.seq === top - index)
  if (whole) return page
  // Below what the account knows: entries that came in since would take the places of older ones.
  const again = await readEntriesBelow(cloud, account._id, top + 1, PAGE)
  return merge(account, below, again).slice(0, PAGE)
}

function merge({ tail, seq: newest }: Account, below: number, filed: readonly Entry[]): Entry[] {
  const bySeq = new Map<number, Entry>()
  for (const entry of [...filed, ...tail]) {
    if (entry.seq < below && entry.seq <= newest) bySeq.set(entry.seq, entry)
  }
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq)
}

/** What the pages that list entries show of a member and of them. */
export function asLedger({ knownSince }: Account, { entries, nextCursor }: Page) {
  return { firstMonth: monthOf(knownSince), entries: entries.map(asLedgerEntry), nextCursor }
}

export function asLedgerEntry({ _id, seq, kind, at, day, reason, change, after }: Entry) {
  const { points, growth, pendingPoints, pointsDebt } = change
  return { id: _id, seq, kind, at, day, reason, points, growth, pendingPoints, pointsDebt, after }
}
