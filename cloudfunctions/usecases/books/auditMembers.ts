import { groupBy } from '@shared/kernel/groupBy'
import type { Account } from '@shared/rules/account/account'
import { auditAccount, type Difference as MemberDifference } from '@shared/rules/account/audit'
import { NO_COUNTS, type AuditRun, type AuditSlice } from '@shared/rules/books/auditRun'
import { addSums, heldByMembers, NO_SUMS } from '@shared/rules/books/unitSums'
import { readEntriesOf, readMembersAfter, sumOrdersOf, sumWeChatOf } from '../../database/audit'
import type { Cloud } from '../../database/cloud'
import { getByIds } from '../../database/documentAccess'
import { lost, untilWon } from '../../database/retry'

/** An account of two years of daily growth takes some 40 KB: what one read answers stays under the platform's 6 MB. */
const MEMBERS_A_SLICE = 100

/** Few members with long histories are a slice too: what it holds in memory stays bounded. */
const ENTRIES_A_SLICE = 5_000

/** Recomputes the books of the members after the run's cursor. Changes nothing. */
export async function auditMembers(cloud: Cloud, { cursor, filedBefore }: AuditRun): Promise<AuditSlice> {
  const read = await readMembersAfter(cloud, cursor.after, MEMBERS_A_SLICE)
  const members = withinSlice(read)
  const isLast = read.length < MEMBERS_A_SLICE && members.length === read.length
  const audited = await recompute(cloud, members)
  const orders = [...audited.orders.values()]
  return {
    ...NO_COUNTS,
    members: members.length,
    entries: audited.entries,
    orders: orders.reduce((sum, { count }) => sum + count, 0),
    ordersFen: orders.reduce((sum, { fen }) => sum + fen, 0),
    held: audited.filed
      .filter(({ filedAt }) => filedAt < filedBefore)
      .map(({ legs }) => heldByMembers(legs))
      .reduce(addSums, NO_SUMS),
    given: NO_SUMS,
    differences: (await confirmed(cloud, audited.differences)).map((difference) => ({
      of: 'member',
      ...difference,
    })),
    next: isLast
      ? { phase: 'days', after: '' }
      : { phase: 'members', after: members.at(-1)?._id ?? cursor.after },
  }
}

function withinSlice(members: readonly Account[]): readonly Account[] {
  let entries = 0
  const end = members.findIndex(({ seq }) => (entries += seq) > ENTRIES_A_SLICE)
  return end < 0 ? members : members.slice(0, Math.max(1, end))
}

async function recompute(cloud: Cloud, members: readonly Account[]) {
  const ids = members.map(({ _id }) => _id)
  // The journal is read after the accounts: what left a tail in between is in it.
  const [filed, orders, weChat] = await Promise.all([
    readEntriesOf(cloud, members),
    sumOrdersOf(cloud, ids),
    sumWeChatOf(cloud, ids),
  ])
  const filedOf = groupBy(filed, ({ member }) => member)
  let entries = 0
  const differences = members.flatMap((account) => {
    const byId = new Map(
      [...(filedOf.get(account._id) ?? []), ...account.tail].map((entry) => [entry._id, entry]),
    )
    const known = [...byId.values()].filter(({ seq }) => seq <= account.seq)
    entries += known.length
    const sums = orders.get(account._id) ?? { count: 0, fen: 0 }
    return auditAccount(account, known, { ...sums, weChatFen: weChat.get(account._id) ?? 0 })
  })
  return { filed, orders, entries, differences }
}

/**
 * A member who is written to between two reads looks wrong for a moment. So those who differ are read again, until
 * each was read without being written to meanwhile: what is found then is so.
 */
async function confirmed(
  cloud: Cloud,
  differences: readonly MemberDifference[],
): Promise<MemberDifference[]> {
  if (differences.length === 0) return []
  let open = [...new Set(differences.map(({ member }) => member))]
  const found: MemberDifference[] = []
  return untilWon(cloud, async () => {
    const accounts = await getByIds<Account>(cloud, 'members', open)
    const again = await recompute(cloud, accounts)
    const moved = await writtenSince(cloud, accounts)
    found.push(...again.differences.filter(({ member }) => !moved.has(member)))
    open = [...moved]
    return open.length === 0 ? found : lost
  })
}

async function writtenSince(cloud: Cloud, accounts: readonly Account[]): Promise<Set<string>> {
  const now = await getByIds<Pick<Account, '_id' | 'version'>>(
    cloud,
    'members',
    accounts.map(({ _id }) => _id),
    { version: true },
  )
  const versions = new Map(now.map(({ _id, version }) => [_id, version]))
  return new Set(accounts.filter(({ _id, version }) => versions.get(_id) !== version).map(({ _id }) => _id))
}
