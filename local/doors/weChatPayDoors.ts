import { z } from 'zod'
import type { Notice, Payment } from '../wechat/pay/payDocuments'
import type { LocalWeChatPay } from '../wechat/pay/localWeChatPay'
import { type Door, DoorError, json, parseBody } from './door'

const outTradeNo = z.string().regex(/^[\w*-]{1,32}$/, 'is 1 to 32 letters, digits, _, - or *')

const paySchema = z.strictObject({ outTradeNo, outcome: z.enum(['success', 'decline']) })

const sheetSchema = z.strictObject({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

/** WeChat Pay's own addresses, and what the payer does: opens the sheet, pays or declines. */
export function weChatPayDoors(pay: LocalWeChatPay): Door[] {
  return [
    {
      method: '*',
      path: '/v3/*',
      handle: ({ method, url, headers, body }) =>
        pay.answer({ method, url, authorization: headers.authorization, body: body.toString('utf8') }),
    },
    {
      method: 'GET',
      path: '/local/wechat/payments',
      handle: ({ url }) =>
        json({ payments: pay.waiting(url.searchParams.get('openid') ?? undefined).map(faceOf) }),
    },
    {
      method: 'GET',
      path: '/local/wechat/payments/*',
      handle: ({ rest }) => json(stateOf(pay, pay.store.payment(rest) ?? notWaiting(rest))),
    },
    {
      method: 'POST',
      path: '/local/wechat/requestPayment',
      handle(request) {
        const payment = pay.openSheet(parseBody(request, sheetSchema))
        if (!payment) throw new DoorError(400, 'SHEET_REFUSED', 'The parameters are wrong or too old')
        return json(faceOf(payment))
      },
    },
    {
      method: 'POST',
      path: '/local/wechat/pay',
      async handle(request) {
        const asked = parseBody(request, paySchema)
        const decided = await pay.decide(asked.outTradeNo, asked.outcome)
        return json(stateOf(pay, decided ?? notWaiting(asked.outTradeNo)))
      },
    },
  ]
}

function notWaiting(number: string): never {
  throw new DoorError(404, 'PAYMENT_NOT_WAITING', `No payment of number ${number} is waiting`)
}

function faceOf({ outTradeNo, openid, description, amountFen }: Payment) {
  return { outTradeNo, openid, description, amountFen }
}

/** Where a payment stands, and each notice of it with what was answered. */
function stateOf(pay: LocalWeChatPay, payment: Payment) {
  const { state, declinedAt } = payment
  return {
    ...faceOf(payment),
    state: state === 'NOTPAY' && declinedAt !== null ? 'DECLINED' : state,
    notices: pay.noticesOf(payment.outTradeNo).map(noticeFace),
  }
}

function noticeFace({ event, probe, tries, nextAt }: Notice) {
  return { event, probe, statuses: tries.map(({ status }) => status), nextAt }
}
