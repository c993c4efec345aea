import * as z from 'zod'
import type { PaymentState, RefundState, RefundStatus } from './payments'

const fen = z.number().int().nonnegative()
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

export const prepaid = z.object({ prepay_id: z.string().min(1) })

const transactionBase = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
})

/** A payment that was made, as a query and a notice say it. */
export const paidTransaction = transactionBase.extend({
  transaction_id: z.string().min(1),
  trade_state: z.enum(['SUCCESS', 'REFUND']),
  // A query of a refunded payment may leave it out.
  success_time: instant.optional(),
  amount: z.object({ total: fen, currency: z.literal('CNY').optional() }),
})

const openTransaction = transactionBase.extend({
  trade_state: z.enum(['NOTPAY', 'USERPAYING', 'ACCEPT', 'PAYERROR', 'CLOSED', 'REVOKED']),
})

export const transaction = z.union([paidTransaction, openTransaction])
export type Transaction = z.infer<typeof transaction>

export function stateOf(answer: Transaction): PaymentState {
  if (answer.trade_state === 'CLOSED' || answer.trade_state === 'REVOKED') return { state: 'closed' }
  if (answer.trade_state !== 'SUCCESS' && answer.trade_state !== 'REFUND') return { state: 'waiting' }
  return {
    state: 'paid',
    transactionId: answer.transaction_id,
    amountFen: answer.amount.total,
    paidAt: answer.success_time ?? null,
    refunded: answer.trade_state === 'REFUND',
  }
}

export const refundStatuses = {
  PROCESSING: 'processing',
  SUCCESS: 'done',
  ABNORMAL: 'abnormal',
  CLOSED: 'closed',
} as const satisfies Record<string, RefundStatus>

const refundBase = z.object({
  refund_id: z.string().min(1),
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  success_time: instant.optional(),
  amount: z.object({ refund: fen, total: fen }),
})

/** A refund as a request and a query say it. */
export const refund = refundBase.extend({
  status: z.enum(['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED']),
})

/** A refund as a notice says it; it names the merchant but no app. */
export const refundNotice = refundBase.extend({
  mchid: z.string(),
  refund_status: z.enum(['SUCCESS', 'ABNORMAL', 'CLOSED']),
})

export function refundStateOf(answer: z.infer<typeof refund>): RefundState {
  return {
    outRefundNo: answer.out_refund_no,
    outTradeNo: answer.out_trade_no,
    refundId: answer.refund_id,
    refundFen: answer.amount.refund,
    status: refundStatuses[answer.status],
    doneAt: answer.success_time ?? null,
  }
}

export const billPlace = z.object({
  download_url: z.url(),
  hash_type: z.literal('SHA1'),
  hash_value: z.string().regex(/^[0-9a-f]{40}$/i),
})

export const refused = z.object({ code: z.string(), message: z.string() })
