import * as z from 'zod'
import { ok } from '@shared/kernel/result'
import type { OpenApi } from '../openApi/openApi'
import { storeTimeText } from '../pay/storeTimeText'
import type { Shipment, ShippedBy, Shipping } from './shipping'

const PATH = '/wxa/sec/order/upload_shipping_info'

/** One parcel for the whole order. */
const UNIFIED_DELIVERY = 1
const BY_TRANSACTION = 2
const LOGISTICS = { express: 1, courier: 2, virtual: 3, pickUp: 4 } as const satisfies Record<
  ShippedBy['by'],
  number
>

/** WeChat reads no more of it. */
const LONGEST_GOODS = 120

/** Shipped already, told twice already, nothing new: an answer got lost, and the first one holds. */
const KNOWN_ALREADY: ReadonlySet<number> = new Set([10_060_002, 10_060_003, 10_060_023])

const done = z.object({ errcode: z.literal(0) })

export function weChatShipping(api: OpenApi): Shipping {
  return {
    async upload(shipment) {
      const told = await api.post(PATH, bodyOf(shipment), done)
      if (!told.ok && !KNOWN_ALREADY.has(told.error.code)) return told
      return ok('told')
    },
  }
}

function bodyOf({ transactionId, openid, goods, delivery, shippedAt }: Shipment) {
  return {
    order_key: { order_number_type: BY_TRANSACTION, transaction_id: transactionId },
    logistics_type: LOGISTICS[delivery.by],
    delivery_mode: UNIFIED_DELIVERY,
    shipping_list: [{ ...parcelOf(delivery), item_desc: [...goods].slice(0, LONGEST_GOODS).join('') }],
    upload_time: storeTimeText(shippedAt),
    payer: { openid },
  }
}

function parcelOf(delivery: ShippedBy) {
  if (delivery.by !== 'express') return {}
  const { carrier, trackingNumber, receiver } = delivery
  return {
    tracking_no: trackingNumber,
    express_company: carrier,
    ...(receiver === null ? {} : { contact: { receiver_contact: receiver } }),
  }
}
