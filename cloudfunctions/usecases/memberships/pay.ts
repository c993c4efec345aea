import { ok, refuse } from '@shared/kernel/result'
import { readPayment } from '../../database/payments'
import type { UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { readOwn } from './own'

export const pay: UseCase<'memberships.pay'> = async (call, { purchaseId }) => {
  const own = await readOwn(call, purchaseId)
  if (!own.ok) return own
  const payment = await readPayment(call.cloud, purchaseId)
  // Stored value has paid it whole.
  if (!payment) return refuse({ code: 'PAYMENT_MADE' })
  const asked = await prepayOf(call, payment)
  return asked.ok ? ok({ payment: asked.value }) : asked
}
