import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Payment, PaymentState } from '@shared/rules/payments/payment'
import type { Call } from '../../runtime/call'
import type { PaymentParameters } from '../../wechat/pay/payments'
import type { PayRefusalReason } from '../../wechat/pay/payRefusal'

type PrepayCode = 'PAYMENT_MADE' | 'PAYMENT_OVER' | 'PAYMENT_NOT_OFFERED' | 'PAYMENT_UNAVAILABLE'

const BY_STATE: Readonly<Record<Exclude<PaymentState, 'open'>, PrepayCode>> = {
  paid: 'PAYMENT_MADE',
  closed: 'PAYMENT_OVER',
  late: 'PAYMENT_OVER',
}

/** What is not here is a fault of ours, or of the line. */
const BY_REASON: Readonly<Partial<Record<PayRefusalReason, PrepayCode>>> = {
  alreadyPaid: 'PAYMENT_MADE',
  closed: 'PAYMENT_OVER',
}

/**
 * What the app opens the payment sheet with, for a payment that is in the store. It may be asked for as often as
 * somebody wants to pay. Call it after the commit, never inside.
 */
export async function prepayOf(
  { payments: paymentsOf, at, alert }: Pick<Call, 'payments' | 'at' | 'alert'>,
  { _id, kind, way, state, description, amountFen, openid, expiresAt }: Payment,
): Promise<Result<PaymentParameters, Refusal<PrepayCode>>> {
  if (state !== 'open') return refuse({ code: BY_STATE[state] })
  if (at >= expiresAt) return refuse({ code: 'PAYMENT_OVER' })
  const payments = paymentsOf(kind, way)
  if (!payments) return refuse({ code: 'PAYMENT_NOT_OFFERED' })
  const asked = await payments.prepay({ outTradeNo: _id, description, amountFen, openid, expiresAt }, at)
  if (asked.ok) return ok(asked.value)
  const { reason, code, message } = asked.error
  const known = BY_REASON[reason]
  if (!known && reason !== 'askAgain')
    alert(new Error(`WeChat Pay would not prepay: ${reason} ${code} ${message}`))
  return refuse({ code: known ?? 'PAYMENT_UNAVAILABLE' })
}
