import { randomBytes, randomInt } from 'node:crypto'
import { z } from 'zod'
import { storeTimeText } from '../../../cloudfunctions/wechat/pay/storeTimeText'
import type { Payment } from './payDocuments'
import type { PayStore } from './payStore'
import { PayRefused } from './payRefused'
import { digitsOfTime } from './weChatTime'

/** How long the app may open the sheet with what it was given. */
const PREPAY_VALID_MS = 2 * 3_600_000

/** One merchant with one app. */
export interface Merchant {
  readonly mchid: string
  readonly appid: string
}

/** WeChat Pay takes https alone; the local stack is reached without. */
export const notifyAddress = z.string().regex(/^https?:\/\/[^?#]{1,240}$/)

export const prepaySchema = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: z.string().regex(/^[0-9A-Za-z_*|-]{1,32}$/),
  time_expire: z.iso.datetime({ offset: true }).optional(),
  attach: z.string().max(128).default(''),
  notify_url: notifyAddress,
  amount: z.object({
    total: z.number().int().min(1).max(1_000_000_000),
    currency: z.literal('CNY').default('CNY'),
  }),
  payer: z.object({ openid: z.string().min(1).max(128) }),
})
type PrepayBody = z.infer<typeof prepaySchema>

/** Asks for a payment; the same again gives the payer two more hours. */
export function prepay(store: PayStore, merchant: Merchant, body: PrepayBody, now: number) {
  checkMerchant(merchant, body)
  const asked = askedOf(body)
  if (asked.expiresAt !== null && asked.expiresAt <= now) {
    throw new PayRefused('PARAM_ERROR', 'time_expire须晚于当前时间')
  }
  const known = store.payment(asked.outTradeNo)
  if (known) checkSame(known, asked)
  const payment: Payment = {
    ...(known ?? newPayment(now)),
    ...asked,
    prepayId: `wx${digitsOfTime(now)}${randomBytes(10).toString('hex')}`,
    prepaidAt: now,
  }
  store.savePayment(payment)
  return { prepay_id: payment.prepayId }
}

type Asked = ReturnType<typeof askedOf>

function askedOf(body: PrepayBody) {
  return {
    outTradeNo: body.out_trade_no,
    appid: body.appid,
    openid: body.payer.openid,
    description: body.description,
    attach: body.attach,
    amountFen: body.amount.total,
    notifyUrl: body.notify_url,
    expiresAt: body.time_expire === undefined ? null : Date.parse(body.time_expire),
  }
}

function newPayment(now: number) {
  const transactionId = `4200${digitsOfTime(now)}${String(randomInt(10 ** 10)).padStart(10, '0')}`
  return { transactionId, state: 'NOTPAY', paidAt: null, declinedAt: null } as const
}

function checkSame(known: Payment, asked: Asked): void {
  const differs = Object.entries(asked).some(([name, value]) => known[name as keyof Asked] !== value)
  if (differs) throw new PayRefused('OUT_TRADE_NO_USED')
  if (known.state === 'SUCCESS') throw new PayRefused('ORDERPAID')
  if (known.state === 'CLOSED') throw new PayRefused('ORDER_CLOSED')
}

export function checkMerchant(merchant: Merchant, { mchid, appid }: { mchid: string; appid?: string }): void {
  if (mchid !== merchant.mchid) throw new PayRefused('MCH_NOT_EXISTS')
  if (appid !== undefined && appid !== merchant.appid) throw new PayRefused('APPID_MCHID_NOT_MATCH')
}

export function knownPayment(store: PayStore, outTradeNo: string): Payment {
  const payment = store.payment(outTradeNo)
  if (!payment) throw new PayRefused('ORDER_NOT_EXIST')
  return payment
}

export function close(store: PayStore, outTradeNo: string): void {
  const payment = knownPayment(store, outTradeNo)
  if (payment.state === 'SUCCESS') throw new PayRefused('ORDERPAID')
  if (payment.state === 'CLOSED') throw new PayRefused('ORDER_CLOSED')
  store.savePayment({ ...payment, state: 'CLOSED' })
}

/** Whether somebody can pay it now. */
export function isPayable({ state, prepaidAt, expiresAt }: Payment, now: number): boolean {
  if (state !== 'NOTPAY' || now >= prepaidAt + PREPAY_VALID_MS) return false
  return expiresAt === null || now < expiresAt
}

const STATE_WORDS = { NOTPAY: '订单未支付', CLOSED: '订单已关闭', SUCCESS: '支付成功', REFUND: '转入退款' }

/** A payment as a query and a notice say it. */
export function transactionOf({ mchid }: Merchant, payment: Payment, refunded: boolean) {
  const { appid, outTradeNo, attach, openid, amountFen, transactionId, paidAt } = payment
  const state = refunded ? 'REFUND' : payment.state
  return {
    appid,
    mchid,
    out_trade_no: outTradeNo,
    trade_state: state,
    trade_state_desc: STATE_WORDS[state],
    attach,
    payer: { openid },
    ...(paidAt === null
      ? { amount: { total: amountFen, currency: 'CNY' } }
      : {
          transaction_id: transactionId,
          trade_type: 'JSAPI',
          bank_type: 'OTHERS',
          success_time: storeTimeText(paidAt),
          amount: { total: amountFen, payer_total: amountFen, currency: 'CNY', payer_currency: 'CNY' },
        }),
  }
}
