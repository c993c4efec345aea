import Taro from '@tarojs/taro'
import type { PaymentSheet, SheetEnd, SheetParameters } from './paymentSheet'

const LOOK_EVERY_MS = 700
/** WeChat's own sheet does not stay open for ever either. */
const LONGEST_MS = 15 * 60_000

const ENDS: Readonly<Record<string, SheetEnd>> = {
  SUCCESS: 'done',
  REFUND: 'done',
  DECLINED: 'cancelled',
  CLOSED: 'failed',
}

/** The local stack's stand-in for `wx.requestPayment`: the sheet is beside the phone, where it is paid or declined. */
export const localPaymentSheet: PaymentSheet = async (parameters) => {
  const number = await opened(parameters)
  if (number === undefined) return 'failed'
  for (const end = Date.now() + LONGEST_MS; Date.now() < end;) {
    const state = await stateOf(number)
    // Without a network the sheet stays open.
    if (state !== undefined && state !== 'NOTPAY') return ENDS[state] ?? 'failed'
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return 'failed'
}

async function opened(parameters: SheetParameters): Promise<string | undefined> {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = parameters
  const data = { timeStamp, nonceStr, package: prepay, signType, paySign }
  return (await ask<{ outTradeNo: string }>('/local/wechat/requestPayment', data))?.outTradeNo
}

async function stateOf(number: string): Promise<string | undefined> {
  return (await ask<{ state: string }>(`/local/wechat/payments/${number}`))?.state
}

async function ask<Answer>(path: string, data?: object): Promise<Answer | undefined> {
  try {
    const { statusCode, data: answer } = await Taro.request<Answer>({
      url: `${process.env.TARO_APP_LOCAL ?? ''}${path}`,
      method: data ? 'POST' : 'GET',
      header: { 'content-type': 'application/json' },
      data,
    })
    return statusCode === 200 ? answer : undefined
  } catch {
    return undefined
  }
}
