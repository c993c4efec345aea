import Taro from '@tarojs/taro'
import type { Transport } from './callEvent'
import { CallFailure } from './callFailure'
import { localOpenid } from './localOpenid'

const TIMEOUT_MS = 15_000

/** The local stack's stand-in for `wx.cloud.callFunction`. */
export const httpTransport: Transport = {
  start() {},

  async send(fn, event) {
    const response = await post({ name: fn, data: event })
    if (response.statusCode !== 200) throw new CallFailure('INTERNAL')
    return (response.data as { result?: unknown } | null)?.result
  },

  person: localOpenid,
}

async function post(body: object): Promise<{ statusCode: number; data: unknown }> {
  try {
    return await Taro.request({
      url: `${process.env.TARO_APP_LOCAL ?? ''}/wx/callFunction`,
      method: 'POST',
      header: { 'content-type': 'application/json', 'x-local-openid': localOpenid() },
      data: body,
      timeout: TIMEOUT_MS,
    })
  } catch {
    throw new CallFailure('OFFLINE')
  }
}
