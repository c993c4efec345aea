import type { Account } from '@shared/rules/account/account'
import type { AwaitedOrder, IntakeOrder } from '@shared/rules/intake/told'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Cloud } from './cloud'
import { getByIds, READ_LIMIT } from './documentAccess'
import { fileEntries } from './filing'
import { changesOf } from './members'
import { slicesOf } from './slices'
import { insertAll, transact, type Transaction } from './transact'
import { changedFields, wholeFields } from './wholeFields'

/** Whom an order is of; null while only refunds of it were told. */
export async function membersOfOrders(
  cloud: Cloud,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const found = await inSlices(orderIds, (ids) =>
    getByIds<Pick<OrderDocument, '_id'> & { readonly member?: string }>(cloud, 'orders', ids, {
      member: true,
    }),
  )
  return new Map(found.map(({ _id, member = null }) => [_id, member]))
}

/** What is known before something is taken in. */
export interface IntakeFound {
  readonly orders: ReadonlyMap<string, IntakeOrder>
  readonly accounts: ReadonlyMap<string, Account>
}

/** What it leaves: members and orders, new or changed. */
export interface IntakeLeft<T> {
  readonly accounts: readonly Account[]
  readonly orders: readonly IntakeOrder[]
  readonly answer: T
}

/**
 * Takes orders in, all in one transaction. Members and orders are read by a few queries once the transaction has begun,
 * not one by one in it: whatever somebody else writes after its beginning makes our write to it a conflict, and all is
 * then read and decided again. An order and a refund that waits for it have one id, so neither can miss the other.
 */
export function commitIntake<T>(
  moment: { readonly cloud: Cloud; readonly at: number },
  orderIds: readonly string[],
  memberIds: readonly string[],
  decide: (found: IntakeFound) => IntakeLeft<T>,
): Promise<T> {
  const { cloud, at } = moment
  return transact<true, T>(
    cloud,
    () => Promise.resolve({ plan: true }),
    async (transaction) => {
      // The first read in it is what a transaction begins with.
      await transaction.collection('settings').doc('store').get()
      const found = await read(cloud, orderIds, memberIds)
      const { accounts, orders, answer } = decide(found)
      await Promise.all([
        ...writeAccounts(transaction, cloud, found.accounts, accounts, at),
        ...writeOrders(transaction, cloud, found.orders, orders),
      ])
      return answer
    },
  )
}

async function read(
  cloud: Cloud,
  orderIds: readonly string[],
  memberIds: readonly string[],
): Promise<IntakeFound> {
  const [orders, accounts] = await Promise.all([
    inSlices(orderIds, (ids) => getByIds<IntakeOrder>(cloud, 'orders', ids)),
    inSlices(memberIds, (ids) => getByIds<Account>(cloud, 'members', ids)),
  ])
  const known = new Set(memberIds)
  const others = orders.flatMap((order) =>
    order.kind === 'awaited' || known.has(order.member) ? [] : order.member,
  )
  // Whose order came since it was last looked at.
  const found = await inSlices([...new Set(others)], (ids) => getByIds<Account>(cloud, 'members', ids))
  return {
    orders: new Map(orders.map((order) => [order._id, order])),
    accounts: new Map([...accounts, ...found].map((account) => [account._id, account])),
  }
}

async function inSlices<T>(ids: readonly string[], readSome: (ids: readonly string[]) => Promise<T[]>) {
  const parts = await Promise.all(slicesOf(ids, READ_LIMIT).map(readSome))
  return parts.flat()
}

/** The new entries go straight to the journal, in the same commit: a tail holds only so many. */
function writeAccounts(
  transaction: Transaction,
  { db }: Cloud,
  found: IntakeFound['accounts'],
  accounts: readonly Account[],
  at: number,
): Promise<unknown>[] {
  const entries = accounts.flatMap(({ _id, tail }) => tail.slice(found.get(_id)?.tail.length ?? 0))
  const kept = accounts.map((next) => {
    const waiting = found.get(next._id)?.tail ?? []
    const isWaiting = waiting.length + next.outgoing.length > 0
    return { ...next, tail: waiting, tailSince: isWaiting ? next.tailSince : null }
  })
  const made = kept.filter(({ _id }) => !found.has(_id))
  return [
    fileEntries(transaction, entries, at),
    insertAll(
      transaction,
      'members',
      made.map((next) => ({ ...next, version: 1 })),
    ),
    ...kept.flatMap((next) => {
      const previous = found.get(next._id)
      return previous
        ? transaction
            .collection('members')
            .doc(next._id)
            .update(changesOf(db, previous, next))
        : []
    }),
  ]
}

function writeOrders(
  transaction: Transaction,
  { db }: Cloud,
  found: IntakeFound['orders'],
  orders: readonly IntakeOrder[],
): Promise<unknown>[] {
  const changes = orders.flatMap((order) => {
    const previous = found.get(order._id)
    return previous
      ? transaction
          .collection('orders')
          .doc(order._id)
          .update(orderChanges(db, previous, order))
      : []
  })
  return [
    insertAll(
      transaction,
      'orders',
      orders.filter(({ _id }) => !found.has(_id)),
    ),
    ...changes,
  ]
}

/** The fields that differ, each set whole; what only an awaited order has goes when the order comes. */
function orderChanges(db: Cloud['db'], previous: IntakeOrder, next: IntakeOrder): object {
  const gone = previous.kind === 'awaited' && next.kind !== 'awaited' ? AWAITED_ONLY : []
  return {
    ...wholeFields(db, changedFields(previous, next)),
    ...Object.fromEntries(gone.map((field) => [field, db.command.remove()])),
  }
}

const AWAITED_ONLY = ['waiting', 'toldAt'] as const satisfies readonly (keyof AwaitedOrder)[]
