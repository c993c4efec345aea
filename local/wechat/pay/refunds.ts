import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { sumOf } from '@shared/kernel/sumOf'
import { storeTimeText } from '../../../cloudfunctions/wechat/pay/storeTimeText'
import type { Payment, Refund } from './payDocuments'
import { notifyAddress } from './payments'
import { PayRefused } from './payRefused'
import type { PayStore } from './payStore'
import { digitsOfTime } from './weChatTime'

const MOST_REFUNDS = 50
const YEAR_MS = 365 * 86_400_000

export const refundSchema = z
  .object({
    out_trade_no: z.string().optional(),
    transaction_id: z.string().optional(),
    out_refund_no: z.string().regex(/^[0-9A-Za-z_*|@-]{1,64}$/),
    reason: z.string().max(80).default(''),
    notify_url: notifyAddress.optional(),
    amount: z.object({
      refund: z.number().int().min(1),
      total: z.number().int().min(1),
      currency: z.literal('CNY'),
    }),
  })
  .refine(({ out_trade_no, transaction_id }) => out_trade_no ?? transaction_id, {
    message: 'transaction_id和out_trade_no二选一必填',
  })
export type RefundBody = z.infer<typeof refundSchema>

/** What goes otherwise than it should, on demand. */
export interface RefundFault {
  readonly lateSeconds: number
  readonly abnormal: boolean
}

export interface Refunded {
  readonly refund: Refund
  readonly payment: Payment
  readonly isNew: boolean
}

/**
 * Gives money back, and says whether this is a new refund; the same number again gives the same one. Refused with
 * INVALID_REQUEST: more than was paid, more than 50, after a year, a number used for something else.
 */
export function refund(store: PayStore, body: RefundBody, now: number, faultOf: () => RefundFault): Refunded {
  const payment = paymentOf(store, body)
  const known = store.refund(body.out_refund_no)
  if (known) {
    checkSame(known, payment, body)
    return { refund: known, payment, isNew: false }
  }
  checkPossible(store, payment, body, now)
  const { lateSeconds, abnormal } = faultOf()
  const made: Refund = {
    outRefundNo: body.out_refund_no,
    refundId: `5030${digitsOfTime(now)}${String(randomInt(10 ** 10)).padStart(10, '0')}`,
    outTradeNo: payment.outTradeNo,
    transactionId: payment.transactionId,
    refundFen: body.amount.refund,
    totalFen: body.amount.total,
    reason: body.reason,
    createdAt: now,
    settledAt: now + lateSeconds * 1000,
    abnormal,
  }
  store.addRefund(made)
  return { refund: made, payment, isNew: true }
}

function paymentOf(store: PayStore, { out_trade_no, transaction_id }: RefundBody): Payment {
  const payment =
    transaction_id === undefined
      ? store.payment(out_trade_no ?? '')
      : store.paymentOfTransaction(transaction_id)
  if (!payment) throw new PayRefused('RESOURCE_NOT_EXISTS', '订单不存在')
  return payment
}

function checkSame(known: Refund, payment: Payment, { amount }: RefundBody): void {
  const same =
    known.outTradeNo === payment.outTradeNo &&
    known.refundFen === amount.refund &&
    known.totalFen === amount.total
  if (!same) throw new PayRefused('INVALID_REQUEST', '订单号、金额与该退款单号之前的请求不一致')
}

function checkPossible(store: PayStore, payment: Payment, { amount }: RefundBody, now: number): void {
  const refuse = (message: string) => {
    throw new PayRefused('INVALID_REQUEST', message)
  }
  if (payment.paidAt === null) return refuse('订单未支付，不可退款')
  if (amount.total !== payment.amountFen) refuse('订单金额与原订单不一致')
  if (now > payment.paidAt + YEAR_MS) refuse('订单已超过可退款的最大期限')
  const before = store.refundsOf(payment.outTradeNo)
  if (before.length >= MOST_REFUNDS) refuse(`一笔订单最多支持${MOST_REFUNDS}次部分退款`)
  const left = payment.amountFen - sumOf(before, ({ refundFen }) => refundFen)
  if (amount.refund > left) refuse('退款金额大于可退金额')
}

export type WeChatRefundStatus = 'PROCESSING' | 'SUCCESS' | 'ABNORMAL'

/** The request itself is always answered before it has happened. */
export function statusAt({ settledAt, abnormal }: Refund, now: number): WeChatRefundStatus {
  if (now < settledAt) return 'PROCESSING'
  return abnormal ? 'ABNORMAL' : 'SUCCESS'
}

/** A refund as a request and a query say it. */
export function refundAnswer(refund: Refund, status: WeChatRefundStatus) {
  const { refundFen, totalFen } = refund
  return {
    ...namesOf(refund),
    channel: 'ORIGINAL',
    ...receivedOf(refund, status),
    create_time: storeTimeText(refund.createdAt),
    status,
    funds_account: 'AVAILABLE',
    amount: {
      total: totalFen,
      refund: refundFen,
      payer_total: totalFen,
      payer_refund: refundFen,
      settlement_total: totalFen,
      settlement_refund: refundFen,
      discount_refund: 0,
      currency: 'CNY',
    },
  }
}

/** A refund as a notice says it. */
export function refundResource(mchid: string, refund: Refund, status: WeChatRefundStatus) {
  const { refundFen, totalFen } = refund
  return {
    mchid,
    ...namesOf(refund),
    refund_status: status,
    ...receivedOf(refund, status),
    amount: { total: totalFen, refund: refundFen, payer_total: totalFen, payer_refund: refundFen },
  }
}

function namesOf({ refundId, outRefundNo, transactionId, outTradeNo }: Refund) {
  return {
    refund_id: refundId,
    out_refund_no: outRefundNo,
    transaction_id: transactionId,
    out_trade_no: outTradeNo,
  }
}

function receivedOf({ settledAt }: Refund, status: WeChatRefundStatus) {
  const received = { user_received_account: '支付用户零钱' }
  return status === 'SUCCESS' ? { ...received, success_time: storeTimeText(settledAt) } : received
}
