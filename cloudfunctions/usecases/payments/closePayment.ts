import type { Payment } from '@shared/rules/payments/payment'
import type { PayDesk } from './desk'
import { settlePayment } from './settlePayment'
import { tellOdd } from './tellOdd'

/**
 * Has a payment closed at WeChat, so that nobody can pay it any more. `paid`: it was too late, and the money is booked or
 * on its way back. `unknown`: WeChat never heard of it or does not answer; should it be paid after all, it goes back.
 */
export async function closePayment(
  desk: PayDesk,
  { _id, kind, way }: Pick<Payment, '_id' | 'kind' | 'way'>,
): Promise<'closed' | 'paid' | 'unheardOf' | 'unknown'> {
  const payments = desk.payments(kind, way)
  if (!payments) return 'unknown'
  const asked = await payments.close(_id)
  if (asked.ok) return 'closed'
  if (asked.error.reason === 'notFound') return 'unheardOf'
  if (asked.error.reason !== 'alreadyPaid') {
    tellOdd(desk, _id, asked.error)
    return 'unknown'
  }
  const settled = await settlePayment(desk, _id)
  return settled?.state === 'paid' || settled?.state === 'late' ? 'paid' : 'unknown'
}
