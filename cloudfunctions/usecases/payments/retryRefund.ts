import { ok, refuse } from '@shared/kernel/result'
import { asAskedAgain, type RefundState } from '@shared/rules/payments/refund'
import { changeRefund, readRefund } from '../../database/refunds'
import type { UseCase } from '../../runtime/call'
import { askRefund } from './askRefund'
import { refundFace } from './refundFace'

/** One that is asked for, or done, is where whoever asks wants it: perhaps they did so, and got no answer. */
const OVER_OTHERWISE: readonly RefundState[] = ['returned', 'byHand']

export const retryRefund: UseCase<'payments.retryRefund'> = async (call, { id }) => {
  const refund = await readRefund(call.cloud, id)
  if (!refund) return refuse({ code: 'WECHAT_REFUND_NOT_FOUND' })
  if (OVER_OTHERWISE.includes(refund.state)) return refuse({ code: 'WECHAT_REFUND_NOT_REFUSED' })
  await changeRefund(call.cloud, id, (now) => (now.state === 'refused' ? asAskedAgain(now, call.at) : now))
  const asked = await askRefund(call, id)
  return ok({ refund: refundFace(asked ?? refund) })
}
