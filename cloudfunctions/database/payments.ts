import type { Instant } from '@shared/kernel/businessDay'
import type { Payment, PaymentOwnerKind, PaymentState } from '@shared/rules/payments/payment'
import type { Cloud } from './cloud'
import { getById, READ_LIMIT } from './documentAccess'
import { untilAnswered } from './untilAnswered'

export function readPayment(cloud: Cloud, outTradeNo: string): Promise<Payment | null> {
  return getById<Payment>(cloud, 'payments', outTradeNo)
}

/** Payments about which WeChat is to be asked, the longest due first. */
export async function duePayments(
  cloud: Cloud,
  state: PaymentState,
  at: Instant,
  limit: number,
): Promise<Payment[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('payments')
    .where({ state, dueAt: command.gt(0).and(command.lte(at)) })
    .orderBy('dueAt', 'asc')
    .limit(limit)
    .get()
  return data as Payment[]
}

/** Puts off, or ends (0), what is due of a payment; one that somebody moved on meanwhile is left alone. */
export async function setPaymentDue(
  cloud: Cloud,
  { _id, state, dueAt }: Payment,
  next: Instant,
): Promise<void> {
  await untilAnswered(cloud, () =>
    cloud.db.collection('payments').where({ _id, state, dueAt }).update({ dueAt: next }),
  )
}

/** What a member has begun to pay for and not paid yet, of one owner. */
export async function openPaymentsOf<Of extends PaymentOwnerKind>(
  { db }: Cloud,
  member: string,
  of: Of,
): Promise<Payment<Of>[]> {
  const { data } = await db.collection('payments').where({ member, state: 'open' }).limit(READ_LIMIT).get()
  return (data as Payment[]).filter((payment): payment is Payment<Of> => payment.for.of === of)
}
