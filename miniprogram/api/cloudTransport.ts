import Taro from '@tarojs/taro'
import type { Transport } from './callEvent'
import { CallFailure } from './callFailure'

/** WeChat's own door to the deployed functions. */
export const cloudTransport: Transport = {
  start() {
    const env = process.env.TARO_APP_CLOUD_ENV
    Taro.cloud.init(env ? { env } : {})
  },

  async send(fn, event) {
    try {
      const { result } = await Taro.cloud.callFunction({ name: fn, data: { ...event } })
      return result
    } catch (error) {
      throw new CallFailure(answeredByCloud(error) ? 'INTERNAL' : 'OFFLINE')
    }
  },

  person: () => '',
}

/** CloudBase numbers its refusals from -404000 down to -600999; without such a number the request never arrived. */
function answeredByCloud(error: unknown): boolean {
  const code = (error as { errCode?: unknown } | null)?.errCode
  return typeof code === 'number' && code <= -404_000 && code > -601_000
}
