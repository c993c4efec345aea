import type { z } from 'zod'
import { billPlace, billOfToken, billSchema } from './bills'
import type { PayCall } from './payFaults'
import { PayRefused } from './payRefused'
import type { LocalWeChatPay } from './localWeChatPay'
import { checkMerchant, close, knownPayment, prepay, prepaySchema, transactionOf } from './payments'
import { refundAnswer, refundSchema, statusAt } from './refunds'

export interface RouteCall {
  readonly pay: LocalWeChatPay
  /** What stands in the path, then the query. */
  readonly named: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What is answered: JSON, a file, or nothing. */
export type Reply = { readonly json: object } | { readonly file: Buffer } | { readonly nothing: true }

export interface Route {
  readonly call: PayCall
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  readonly handle: (call: RouteCall) => Reply
}

const ORDER = String.raw`/v3/pay/transactions/out-trade-no/(?<outTradeNo>[^/]+)`
const REFUNDS = '/v3/refund/domestic/refunds'

export const PAY_ROUTES: readonly Route[] = [
  {
    call: 'prepay',
    method: 'POST',
    path: /^\/v3\/pay\/transactions\/jsapi$/,
    handle({ pay, body }) {
      const asked = read(prepaySchema, body)
      const notify_url = pay.atHome(asked.notify_url)
      return { json: prepay(pay.store, pay.merchant, { ...asked, notify_url }, pay.now()) }
    },
  },
  {
    call: 'query',
    method: 'GET',
    path: new RegExp(`^${ORDER}$`),
    handle({ pay, named }) {
      checkMerchant(pay.merchant, { mchid: named.mchid ?? '' })
      const payment = knownPayment(pay.store, named.outTradeNo ?? '')
      const refunded = pay.store.refundsOf(payment.outTradeNo).length > 0
      return { json: transactionOf(pay.merchant, payment, refunded) }
    },
  },
  {
    call: 'close',
    method: 'POST',
    path: new RegExp(`^${ORDER}/close$`),
    handle({ pay, named, body }) {
      checkMerchant(pay.merchant, read(prepaySchema.pick({ mchid: true }), body))
      close(pay.store, named.outTradeNo ?? '')
      return { nothing: true }
    },
  },
  {
    call: 'refund',
    method: 'POST',
    path: new RegExp(`^${REFUNDS}$`),
    handle: ({ pay, body }) => ({ json: pay.refund(read(refundSchema, body)) }),
  },
  {
    call: 'queryRefund',
    method: 'GET',
    path: new RegExp(`^${REFUNDS}/(?<outRefundNo>[^/]+)$`),
    handle({ pay, named }) {
      const refund = pay.store.refund(named.outRefundNo ?? '')
      if (!refund) throw new PayRefused('RESOURCE_NOT_EXISTS', '退款单不存在')
      return { json: refundAnswer(refund, statusAt(refund, pay.now())) }
    },
  },
  {
    call: 'bill',
    method: 'GET',
    path: /^\/v3\/bill\/tradebill$/,
    handle({ pay, named }) {
      const asked = read(billSchema, named)
      return { json: billPlace(pay.store, pay.merchant, asked, pay.origin, pay.keys.apiV3Key, pay.now()) }
    },
  },
  {
    call: 'bill',
    method: 'GET',
    path: /^\/v3\/billdownload\/file$/,
    handle: ({ pay, named }) => ({
      file: billOfToken(pay.store, pay.merchant, named.token ?? '', pay.keys.apiV3Key),
    }),
  },
]

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw new PayRefused('PARAM_ERROR', `输入源“/body/${path.join('/')}”参数错误: ${message}`)
}
