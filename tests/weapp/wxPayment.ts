import type { SheetParameters } from '@/api/paymentSheet'
import { WxFailure, type Method, type WxMethods } from './wxMethod'

/** Opens WeChat's sheet and is back when it is closed; throws a WxFailure as `wx.requestPayment` fails. */
export type PaymentSheet = (parameters: SheetParameters) => Promise<void>

export function paymentMethods(method: Method, sheet: PaymentSheet): WxMethods {
  return { requestPayment: method('requestPayment', sheet) }
}

/** Nobody pays on this phone. */
export const noSheet: PaymentSheet = () => Promise.reject(new WxFailure('cancel'))

/** The sheet of a running local stack, in which the person pays or which they close. */
export function sheetOf(stackUrl: string, outcome: 'success' | 'decline'): PaymentSheet {
  return async ({ timeStamp, nonceStr, package: prepay, signType, paySign }) => {
    const asked = { timeStamp, nonceStr, package: prepay, signType, paySign }
    const { outTradeNo } = (await post(stackUrl, 'requestPayment', asked)) as { outTradeNo: string }
    await post(stackUrl, 'pay', { outTradeNo, outcome })
    if (outcome === 'decline') throw new WxFailure('cancel')
  }
}

async function post(stackUrl: string, door: string, body: object): Promise<unknown> {
  const response = await fetch(new URL(`/local/wechat/${door}`, stackUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new WxFailure(`payment parameters: ${await response.text()}`)
  return response.json()
}
