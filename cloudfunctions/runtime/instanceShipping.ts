import { openApi } from '../wechat/openApi/openApi'
import { readOpenApiSettings } from '../wechat/openApi/openApiSettings'
import type { Shipping } from '../wechat/shipping/shipping'
import { weChatShipping } from '../wechat/shipping/weChatShipping'

let instance: Shipping | null | undefined

/** Made once, since it keeps the access token; null where the shop has not set it up. */
export function instanceShipping(): Shipping | null {
  if (instance === undefined) {
    const settings = readOpenApiSettings(process.env)
    instance = settings && weChatShipping(openApi(settings, () => Date.now()))
  }
  return instance
}
