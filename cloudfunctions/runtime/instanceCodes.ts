import type { Codes } from '../wechat/codes/codes'
import { weChatCodes } from '../wechat/codes/weChatCodes'
import { openApi } from '../wechat/openApi/openApi'
import { readOpenApiSettings } from '../wechat/openApi/openApiSettings'

let instance: Codes | null | undefined

/** Made once, since it keeps the access token; null where the shop has not set it up. */
export function instanceCodes(): Codes | null {
  if (instance === undefined) {
    const settings = readOpenApiSettings(process.env)
    instance = settings && weChatCodes(openApi(settings, () => Date.now()))
  }
  return instance
}
