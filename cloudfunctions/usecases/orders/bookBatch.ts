import type { Account } from '@shared/rules/account/account'
import type { Entry } from '@shared/rules/account/entry'
import { settle } from '@shared/rules/account/settle'
import { tellOfTier } from '@shared/rules/messages/tellOfTier'
import { openFromImport } from '@shared/rules/member/join'
import { importOrder, placedAt, type PastOrder } from '@shared/rules/orders/importOrder'
import type { PastOrderDocument } from '@shared/rules/orders/order'
import type { Settings } from '@shared/rules/settings/settings'
import { getByIds } from '../../database/documentAccess'
import { fileEntries } from '../../database/filing'
import { changesOf } from '../../database/members'
import { insertAll, transact, type Prepared, type Transaction } from '../../database/transact'
import type { Call } from '../../runtime/call'

/** Past orders of one customer, oldest first. */
export interface CustomerOrders {
  readonly memberId: string
  readonly importedAs: { readonly source: string; readonly customer: string }
  readonly orders: readonly (PastOrder & { readonly externalId: string })[]
}

export interface Booked {
  readonly imported: number
  readonly alreadyIn: number
  readonly membersMade: number
  readonly amountFen: number
}

/** What is not in yet, and which of its members are there already. */
interface Plan {
  readonly missing: readonly CustomerOrders[]
  readonly alreadyIn: number
  readonly knownMembers: ReadonlySet<string>
}

/** Books orders that are not in yet, all in one transaction. Those that are in already change nothing. */
export function bookBatch(
  call: Call,
  settings: Settings,
  customers: readonly CustomerOrders[],
): Promise<Booked> {
  return transact<Plan, Booked>(
    call.cloud,
    () => prepare(call, customers),
    (transaction, plan) => book(transaction, call, settings, plan),
  )
}

async function prepare(call: Call, customers: readonly CustomerOrders[]): Promise<Prepared<Plan, Booked>> {
  const orderIds = customers.flatMap(({ orders }) => orders.map(({ orderId }) => orderId))
  const [there, members] = await Promise.all([
    getByIds(call.cloud, 'orders', orderIds, { _id: true }),
    getByIds(
      call.cloud,
      'members',
      customers.map(({ memberId }) => memberId),
      { _id: true },
    ),
  ])
  const booked = new Set(there.map(({ _id }) => _id))
  const missing = customers
    .map((customer) => ({
      ...customer,
      orders: customer.orders.filter(({ orderId }) => !booked.has(orderId)),
    }))
    .filter(({ orders }) => orders.length > 0)
  const alreadyIn = booked.size
  if (missing.length === 0) return { answer: { imported: 0, alreadyIn, membersMade: 0, amountFen: 0 } }
  return { plan: { missing, alreadyIn, knownMembers: new Set(members.map(({ _id }) => _id)) } }
}

async function book(transaction: Transaction, call: Call, settings: Settings, plan: Plan): Promise<Booked> {
  const before = await readKnown(transaction, plan)
  const changes = plan.missing.map((customer) => {
    const previous = before.get(customer.memberId) ?? null
    return { previous, ...withOrders(previous, customer, call, settings) }
  })
  const made = changes.filter(({ previous }) => previous === null)
  const orders = plan.missing.flatMap((customer) => orderDocuments(customer, settings))
  await Promise.all([
    insertAll(
      transaction,
      'members',
      made.map(({ next }) => ({ ...next, version: 1 })),
    ),
    insertAll(transaction, 'orders', orders),
    fileEntries(
      transaction,
      changes.flatMap(({ entries }) => entries),
      call.at,
    ),
    ...changes.map(({ previous, next }) =>
      previous
        ? transaction
            .collection('members')
            .doc(next._id)
            .update(changesOf(call.cloud.db, previous, next))
        : null,
    ),
  ])
  return {
    imported: orders.length,
    alreadyIn: plan.alreadyIn,
    membersMade: made.length,
    amountFen: orders.reduce((sum, { amountFen }) => sum + amountFen, 0),
  }
}

async function readKnown(transaction: Transaction, plan: Plan): Promise<Map<string, Account>> {
  const known = plan.missing.filter(({ memberId }) => plan.knownMembers.has(memberId))
  const read = await Promise.all(
    known.map(async ({ memberId }) => {
      const { data } = (await transaction.collection('members').doc(memberId).get()) as {
        data: Account | null
      }
      return data
    }),
  )
  return new Map(read.filter((account) => account !== null).map((account) => [account._id, account]))
}

/** The account after its orders, and the entries that they made: these go to the journal with it, not by the tail. */
function withOrders(
  previous: Account | null,
  { memberId, importedAs, orders }: CustomerOrders,
  call: Call,
  settings: Settings,
): { next: Account; entries: readonly Entry[] } {
  const by = `staff:${call.memberId}` as const
  const [first] = orders
  if (!first) throw new Error('a customer without orders')
  const start =
    previous ?? openFromImport(memberId, importedAs, first.placedDay, placedAt(first), call.at, settings, by)
  const booked = orders.reduce((account, order) => importOrder(account, order, settings, call.at, by), start)
  const settled = settle(booked, call.today, settings, call.at)
  const next = tellOfTier(previous, settled, settings, call.today, call.at)
  const waiting = previous?.tail ?? []
  return {
    next: {
      ...next,
      tail: waiting,
      tailSince: waiting.length + next.outgoing.length > 0 ? next.tailSince : null,
    },
    entries: next.tail.slice(waiting.length),
  }
}

function orderDocuments(
  { memberId, importedAs, orders }: CustomerOrders,
  settings: Settings,
): PastOrderDocument[] {
  return orders.map((order) => ({
    _id: order.orderId,
    schemaVersion: 1,
    kind: 'imported',
    member: memberId,
    placedAt: placedAt(order),
    placedDay: order.placedDay,
    source: importedAs.source,
    externalId: order.externalId,
    state: 'completed',
    quantity: order.quantity,
    amountFen: order.amountFen,
    netFen: order.amountFen,
    ruleVersion: settings.earning.version,
  }))
}
