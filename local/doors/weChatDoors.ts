import type { LocalOpenApi } from '../wechat/openApi/localOpenApi'
import type { Shipment } from '../wechat/openApi/shipments'
import { type Door, DoorError, json } from './door'
import { openidSchema } from './openid'

/** What people read inside WeChat around the app: WeChat itself tells a buyer what was shipped. */
export function weChatDoors(openApi: LocalOpenApi): Door[] {
  return [
    {
      method: 'GET',
      path: '/local/wechat/messages',
      handle({ url }) {
        const openid = openidSchema.safeParse(url.searchParams.get('openid'))
        if (!openid.success) throw new DoorError(400, 'BAD_OPENID', 'Say whose messages: ?openid=…')
        const theirs = openApi.shipments().filter((each) => each.openid === openid.data)
        return json({ messages: theirs.map((shipment) => ({ text: shippedWords(shipment) })) })
      },
    },
  ]
}

function shippedWords({ told }: Shipment): string {
  const parcels = told.shipping_list.map(({ item_desc, express_company, tracking_no }) =>
    [item_desc, express_company, tracking_no].filter(Boolean).join(' · '),
  )
  return `商家已发货：${parcels.join('；')}`
}
