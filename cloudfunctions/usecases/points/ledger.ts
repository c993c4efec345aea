import { ok, refuse } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Cloud } from '../../database/cloud'
import { readEntriesBelow } from '../../database/journal'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

const PAGE = 20

export const ledger: UseCase<'points.ledger'> = async (call, { cursor }) => {
  const below = cursor ?? Number.MAX_SAFE_INTEGER
  const [account, filed] = await Promise.all([
    readAccount(call.cloud, call.memberId),
    readEntriesBelow(call.cloud, call.memberId, below, PAGE),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const page = await completePage(call.cloud, account, below, filed)
  const last = page.at(-1)
  return ok({
    balances: account.balances,
    lots: [...account.lots],
    entries: page.map(asLedgerEntry),
    nextCursor: last && last.seq > 1 ? last.seq : null,
  })
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
  const page = merge(account, below, filed)
  const top = Math.min(below - 1, account.seq)
  const whole = page.length === Math.min(PAGE, top) && page.every((entry, index) => entry.seq === top - index)
  // Below what the account knows: entries that came in since would take the places of older ones.
  return whole ? page : merge(account, below, await readEntriesBelow(cloud, account._id, top + 1, PAGE))
}

function merge(account: Account, below: number, filed: readonly Entry[]): Entry[] {
  const bySeq = new Map<number, Entry>()
  for (const entry of [...filed, ...account.tail]) {
    if (entry.seq < below && entry.seq <= account.seq) bySeq.set(entry.seq, entry)
  }
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq).slice(0, PAGE)
}

function asLedgerEntry(entry: Entry) {
  return {
    id: entry._id,
    seq: entry.seq,
    kind: entry.kind,
    at: entry.at,
    day: entry.day,
    reason: entry.reason,
    points: entry.change.points,
    growth: entry.change.growth,
    after: entry.after,
  }
}
