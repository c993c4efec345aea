import type { Account } from '@shared/rules/account/account'
import type { PaymentState } from '@shared/rules/payments/payment'
import type { RefundState } from '@shared/rules/payments/refund'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'
import type { JournalDocument } from './documents'

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

export async function countMembers(cloud: Cloud): Promise<number> {
  const { total } = (await cloud.db.collection('members').count()) as { total: number }
  return total
}

/** All entries of some members that the journal has, in as few reads as the read limit allows. */
export async function readEntriesOf(cloud: Cloud, accounts: readonly Account[]): Promise<JournalDocument[]> {
  const reads = await Promise.all(
    withinReadLimit(accounts).map((members) =>
      readAllOf(
        cloud,
        members.map(({ _id }) => _id),
      ),
    ),
  )
  return reads.flat()
}

/** Members whose entries, by the accounts' own numbers, come in one answer. */
function withinReadLimit(accounts: readonly Account[]): Account[][] {
  const groups: Account[][] = []
  let entries = Infinity
  for (const account of accounts) {
    entries += account.seq
    if (entries >= READ_LIMIT) {
      groups.push([])
      entries = account.seq
    }
    groups.at(-1)?.push(account)
  }
  return groups
}

/** Should there be more entries than the accounts say, the members are split until an answer is under the limit. */
async function readAllOf(cloud: Cloud, memberIds: readonly string[]): Promise<JournalDocument[]> {
  const [only] = memberIds
  if (memberIds.length === 1 && only) return readHistory(cloud, only)
  const { data } = await cloud.db
    .collection('journal')
    .where({ member: cloud.db.command.in([...memberIds]) })
    .limit(READ_LIMIT)
    .get()
  if (data.length < READ_LIMIT) return data as JournalDocument[]
  const middle = Math.ceil(memberIds.length / 2)
  const halves = await Promise.all([
    readAllOf(cloud, memberIds.slice(0, middle)),
    readAllOf(cloud, memberIds.slice(middle)),
  ])
  return halves.flat()
}

async function readHistory(cloud: Cloud, memberId: string): Promise<JournalDocument[]> {
  const entries: JournalDocument[] = []
  for (;;) {
    const { data } = await cloud.db
      .collection('journal')
      .where({ member: memberId, seq: cloud.db.command.gt(entries.at(-1)?.seq ?? 0) })
      .orderBy('seq', 'asc')
      .limit(READ_LIMIT)
      .get()
    entries.push(...(data as JournalDocument[]))
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

/**
 * What was booked as paid by WeChat, and what of it goes back. What came late is in no book, unless it was given back over
 * the counter: then WeChat's account has kept it.
 */
const BOOKED: readonly PaymentState[] = ['paid']
const GOING_BACK: readonly RefundState[] = ['asked', 'processing', 'done', 'refused']

/** What each of some members paid by WeChat, less what goes back to them, in fen. */
export async function sumWeChatOf(cloud: Cloud, memberIds: readonly string[]): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map()
  const [paid, back, kept] = await Promise.all([
    sumByMember(cloud, 'payments', memberIds, { state: cloud.db.command.in([...BOOKED]) }, '$amountFen'),
    sumByMember(
      cloud,
      'refunds',
      memberIds,
      { state: cloud.db.command.in([...GOING_BACK]), why: 'owner' },
      '$refundFen',
    ),
    sumByMember(cloud, 'refunds', memberIds, { state: 'byHand', why: 'late' }, '$refundFen'),
  ])
  const sumFor = (id: string) => (paid.get(id) ?? 0) + (kept.get(id) ?? 0) - (back.get(id) ?? 0)
  return new Map(memberIds.map((id) => [id, sumFor(id)]))
}

async function sumByMember(
  { db }: Cloud,
  collection: 'payments' | 'refunds',
  memberIds: readonly string[],
  which: object,
  amount: string,
): Promise<Map<string, number>> {
  const { data } = (await db
    .collection(collection)
    .aggregate()
    .match({ member: db.command.in([...memberIds]), ...which })
    .group({ _id: '$member', fen: { $sum: amount } })
    .limit(READ_LIMIT)
    .end()) as { data: { _id: string; fen: number }[] }
  return new Map(data.map(({ _id, fen }) => [_id, fen]))
}
