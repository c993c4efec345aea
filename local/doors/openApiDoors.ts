import type { LocalOpenApi } from '../wechat/openApi/localOpenApi'
import type { Shipment } from '../wechat/openApi/shipments'
import { type Door, json } from './door'

/** WeChat's own addresses, and what was uploaded to them. */
export function openApiDoors(openApi: LocalOpenApi): Door[] {
  return [
    {
      method: 'POST',
      path: '/cgi-bin/stable_token',
      handle: ({ body }) => openApi.giveToken(body),
    },
    {
      method: 'POST',
      path: '/wxa/sec/order/upload_shipping_info',
      handle: ({ url, body }) => openApi.uploadShipping(url.searchParams.get('access_token'), body),
    },
    {
      method: 'POST',
      path: '/wxa/getwxacodeunlimit',
      handle: ({ url, body }) => openApi.makeCode(url.searchParams.get('access_token'), body),
    },
    {
      method: 'GET',
      path: '/local/wechat/shipments',
      handle: ({ url }) => {
        const openid = url.searchParams.get('openid')
        const theirs = openApi.shipments().filter((each) => openid === null || each.openid === openid)
        return json({ shipments: theirs.map(faceOf) })
      },
    },
  ]
}

function faceOf({ outTradeNo, transactionId, openid, uploadTime, told, times }: Shipment) {
  const parcels = told.shipping_list.map(({ express_company, tracking_no, item_desc, contact }) => ({
    carrier: express_company ?? null,
    trackingNumber: tracking_no ?? null,
    goods: item_desc,
    receiver: contact?.receiver_contact ?? null,
  }))
  return { outTradeNo, transactionId, openid, uploadTime, logisticsType: told.logistics_type, parcels, times }
}
