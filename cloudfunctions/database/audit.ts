import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'

/** Members in the order of their ids, after a cursor. */
export async function readMembersAfter(cloud: Cloud, cursor: string, limit: number): Promise<Account[]> {
  const { data } = await cloud.db
    .collection('members')
    .where({ _id: cloud.db.command.gt(cursor) })
    .orderBy('_id', 'asc')
    .limit(limit)
    .get()
  return data as Account[]
}

/** All entries of some members that the journal has. Splits the members until an answer is under the read limit. */
export async function readEntriesOf(cloud: Cloud, memberIds: readonly string[]): Promise<Entry[]> {
  if (memberIds.length === 0) return []
  const [only] = memberIds
  if (memberIds.length === 1 && only) return readHistory(cloud, only)
  const { data } = await cloud.db
    .collection('journal')
    .where({ member: cloud.db.command.in([...memberIds]) })
    .limit(READ_LIMIT)
    .get()
  if (data.length < READ_LIMIT) return data as Entry[]
  const middle = Math.ceil(memberIds.length / 2)
  const halves = await Promise.all([
    readEntriesOf(cloud, memberIds.slice(0, middle)),
    readEntriesOf(cloud, memberIds.slice(middle)),
  ])
  return halves.flat()
}

async function readHistory(cloud: Cloud, memberId: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const { data } = await cloud.db
      .collection('journal')
      .where({ member: memberId, seq: cloud.db.command.gt(entries.at(-1)?.seq ?? 0) })
      .orderBy('seq', 'asc')
      .limit(READ_LIMIT)
      .get()
    entries.push(...(data as Entry[]))
    if (data.length < READ_LIMIT) return entries
  }
}

export interface OrderSum {
  readonly count: number
  readonly fen: number
}

/** How many orders each of some members has, those refunded whole left out, and what was paid less refunds. */
export async function sumOrdersOf(
  cloud: Cloud,
  memberIds: readonly string[],
): Promise<Map<string, OrderSum>> {
  if (memberIds.length === 0) return new Map()
  const { data } = (await cloud.db
    .collection('orders')
    .aggregate()
    .match({ member: cloud.db.command.in([...memberIds]) })
    .group({
      _id: '$member',
      count: { $sum: { $cond: [{ $eq: ['$state', 'completed'] }, 1, 0] } },
      fen: { $sum: '$netFen' },
    })
    .limit(READ_LIMIT)
    .end()) as { data: { _id: string; count: number; fen: number }[] }
  return new Map(data.map(({ _id, count, fen }) => [_id, { count, fen }]))
}
