import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Payment } from '@shared/rules/payments/payment'
import { readPayment } from '../../database/payments'
import type { Call } from '../../runtime/call'

/** The payment of a top-up of the caller's own; what is another one's is not found. */
export async function readOwnTopUp(
  { cloud, memberId }: Pick<Call, 'cloud' | 'memberId'>,
  topUpId: string,
): Promise<Result<Payment, Refusal<'TOP_UP_NOT_FOUND'>>> {
  const payment = await readPayment(cloud, topUpId)
  const isOwn = payment?.member === memberId && payment.for.of === 'topUp'
  return isOwn ? ok(payment) : refuse({ code: 'TOP_UP_NOT_FOUND' })
}
