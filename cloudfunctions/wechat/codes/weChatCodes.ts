import type { OpenApi } from '../openApi/openApi'
import type { Codes } from './codes'

const PATH = '/wxa/getwxacodeunlimit'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

export function weChatCodes(api: OpenApi): Codes {
  return {
    async unlimited({ page, scene }) {
      if (!SCENE.test(scene)) throw new RangeError('a scene that WeChat would not take')
      // A page that is not published yet would be refused, and nobody could try it before.
      return api.postForPicture(PATH, { scene, page, check_path: false })
    },
  }
}
