import { dayOf, startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import type { BillCheck } from '@shared/rules/payments/billCheck'
import type { Payment } from '@shared/rules/payments/payment'
import type { Booked } from '@shared/rules/payments/reconcile'
import type { Refund } from '@shared/rules/payments/refund'
import type { Cloud } from './cloud'
import { getById, getByIds, put, READ_LIMIT } from './documentAccess'
import { slicesOf } from './slices'

/** The days that were compared, newest first, below a day; those with differences alone when asked for. */
export async function readBillChecks(
  { db }: Cloud,
  below: Day | null,
  differingOnly: boolean,
  limit: number,
): Promise<BillCheck[]> {
  const { data } = await db
    .collection('billChecks')
    .where({
      ...(below === null ? {} : { _id: db.command.lt(below) }),
      ...(differingOnly ? { differenceCount: db.command.gt(0) } : {}),
    })
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as BillCheck[]
}

export function readBillCheck(cloud: Cloud, day: Day): Promise<BillCheck | null> {
  return getById<BillCheck>(cloud, 'billChecks', day)
}

/** What is found a second time takes the place of the first. */
export function writeBillCheck(cloud: Cloud, check: BillCheck): Promise<void> {
  return put(cloud, 'billChecks', check)
}

/** The day of the first payment that was ever made. */
export async function readFirstPaidDay({ db }: Cloud): Promise<Day | null> {
  const { data } = await db
    .collection('payments')
    .where({ paidAt: db.command.gt(0) })
    .orderBy('paidAt', 'asc')
    .limit(1)
    .get()
  const [first] = data as { paidAt: number }[]
  return first ? dayOf(first.paidAt) : null
}

/** What the books know under these numbers. */
export async function readBooked(
  cloud: Cloud,
  paymentIds: readonly string[],
  refundIds: readonly string[],
): Promise<Booked> {
  const [payments, refunds] = await Promise.all([
    readMany<Payment>(cloud, 'payments', paymentIds),
    readMany<Refund>(cloud, 'refunds', refundIds),
  ])
  return { payments, refunds }
}

async function readMany<T extends { readonly _id: string }>(
  cloud: Cloud,
  collection: 'payments' | 'refunds',
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const slices = slicesOf([...new Set(ids)], READ_LIMIT)
  const found = await Promise.all(slices.map((slice) => getByIds<T>(cloud, collection, slice)))
  return new Map(found.flat().map((document) => [document._id, document]))
}

/** Notes in which bill they were found. */
export async function markBilled(
  { db }: Cloud,
  collection: 'payments' | 'refunds',
  ids: readonly string[],
  day: Day,
): Promise<void> {
  for (const slice of slicesOf(ids, READ_LIMIT)) {
    await db
      .collection(collection)
      .where({ _id: db.command.in([...slice]) })
      .update({ billedDay: day })
  }
}

/** What was booked as paid and as given back on a day and found in no bill; of each a thousand at most. */
export async function readUnbilled(
  cloud: Cloud,
  day: Day,
): Promise<{ readonly payments: Payment[]; readonly refunds: Refund[] }> {
  const [payments, refunds] = await Promise.all([
    unbilledIn(cloud, 'payments', 'paidAt', day),
    unbilledIn(cloud, 'refunds', 'doneAt', day),
  ])
  return { payments: payments as Payment[], refunds: refunds as Refund[] }
}

async function unbilledIn(
  { db }: Cloud,
  collection: 'payments' | 'refunds',
  when: 'paidAt' | 'doneAt',
  day: Day,
): Promise<unknown[]> {
  const { command } = db
  const { data } = await db
    .collection(collection)
    .where({
      [when]: command.gte(startOfDay(day)).and(command.lt(startOfDay(addDays(day, 1)))),
      billedDay: command.exists(false),
    })
    .orderBy(when, 'asc')
    .limit(READ_LIMIT)
    .get()
  return data as unknown[]
}
