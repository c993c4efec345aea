import { groupBy } from '@shared/kernel/groupBy'
import { ok } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { auditAccount } from '@shared/rules/account/audit'
import type { Cloud } from '../../database/cloud'
import { getByIds } from '../../database/documentAccess'
import { readEntriesOf, readMembersAfter, sumOrdersOf } from '../../database/audit'
import type { UseCase } from '../../runtime/call'

const MEMBERS_A_SLICE = 200

export const audit: UseCase<'books.audit'> = async (call, { cursor }) =>
  ok(await auditSlice(call.cloud, cursor ?? ''))

/** Audits the members after a cursor; `nextCursor` is null after the last of them. Changes nothing. */
export async function auditSlice(cloud: Cloud, cursor: string) {
  const members = await readMembersAfter(cloud, cursor, MEMBERS_A_SLICE)
  const audited = await auditMembers(cloud, members)
  return {
    members: members.length,
    ...audited,
    differences: await confirmed(cloud, audited.differences),
    nextCursor: members.length < MEMBERS_A_SLICE ? null : (members.at(-1)?._id ?? null),
  }
}

type Audited = Awaited<ReturnType<typeof auditMembers>>

async function auditMembers(cloud: Cloud, members: readonly Account[]) {
  const ids = members.map(({ _id }) => _id)
  // The journal is read after the accounts: what left a tail in between is in it.
  const [filed, orders] = await Promise.all([readEntriesOf(cloud, ids), sumOrdersOf(cloud, ids)])
  const filedOf = groupBy(filed, ({ member }) => member)
  let entries = 0
  const differences = members.flatMap((account) => {
    const byId = new Map(
      [...(filedOf.get(account._id) ?? []), ...account.tail].map((entry) => [entry._id, entry]),
    )
    const known = [...byId.values()].filter(({ seq }) => seq <= account.seq)
    entries += known.length
    return auditAccount(account, known, orders.get(account._id) ?? { count: 0, fen: 0 })
  })
  const sums = [...orders.values()]
  return {
    entries,
    orders: sums.reduce((sum, { count }) => sum + count, 0),
    ordersFen: sums.reduce((sum, { fen }) => sum + fen, 0),
    differences,
  }
}

/** A member who was written to between two reads looks wrong for a moment: only what a second look shows too counts. */
async function confirmed(cloud: Cloud, differences: Audited['differences']): Promise<Audited['differences']> {
  if (differences.length === 0) return []
  const suspects = [...new Set(differences.map(({ member }) => member))]
  const again = await auditMembers(cloud, await getByIds<Account>(cloud, 'members', suspects))
  return again.differences
}
