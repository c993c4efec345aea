import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { shippingItem, shippingItemId, type OutboxItem } from '@shared/rules/messages/outbox'
import { tell } from '@shared/rules/messages/tell'
import type { Payment } from '@shared/rules/payments/payment'
import { carrierOf } from '@shared/rules/shipping/carriers'
import { maskedPhone } from '@shared/rules/shipping/parcel'
import { shipOrder } from '@shared/rules/shopOrders/deliver'
import { paymentText } from '@shared/rules/shopOrders/paymentText'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { shippedMessage } from '@shared/rules/shopOrders/tell'
import { readShopOrder } from '../../database/shopOrders'
import { transactOnOrder } from '../../database/transactOnOrder'
import type { UseCase } from '../../runtime/call'
import { merchantFace } from './faces'
import { inState, NOT_FOUND } from './refusals'

type Outcome = Result<ShopOrder, Refusal<'SHOP_ORDER_NOT_NOW'>>

/** The order, the word to its member and what WeChat is told go out in one commit. */
export const ship: UseCase<'shopOrders.ship'> = async (call, { orderId, carrier, trackingNumber }) => {
  if (!carrierOf(carrier)) return refuse({ code: 'CARRIER_UNKNOWN', data: { carrier } })
  const [there, settings] = await Promise.all([readShopOrder(call.cloud, orderId), call.settings()])
  if (!there) return refuse(NOT_FOUND)
  const occasion = { today: call.today, at: call.at, by: `staff:${call.memberId}` } as const
  const outcome = await transactOnOrder<Outcome>(
    call,
    there.member,
    { orderId, with: ['payment'], parcel: shippingItemId(orderId) },
    settings,
    (account, { order, payment, parcel }) => {
      if (!account || !order) throw new Error(`order ${orderId} is gone`)
      const shipped = shipOrder(order, { carrier, trackingNumber }, call.at)
      if (!shipped.ok) return { answer: refuse(inState(shipped.error)) }
      if (shipped.value === order) return { answer: ok(order) }
      return {
        next: tell(account, shippedMessage(shipped.value, occasion)),
        order: shipped.value,
        ...(parcel ? {} : parcelOf(shipped.value, payment, call.at)),
        answer: shipped,
      }
    },
  )
  return outcome.ok ? ok(await merchantFace(call.cloud, outcome.value, settings, call.at)) : outcome
}

/** WeChat waits for word of what it took money for, and of nothing else. */
function parcelOf(
  { _id, member, address, shipping, quote }: ShopOrder,
  payment: Payment<'shopOrder'> | null,
  at: number,
): { parcel?: OutboxItem<'shipping'> } {
  if (payment?.state !== 'paid' || !shipping) return {}
  const { openid, transactionId } = payment
  const { carrier, trackingNumber } = shipping
  const delivery = { by: 'express', carrier, trackingNumber, receiver: maskedPhone(address.phone) } as const
  const goods = paymentText({ quote })
  const parcel = { orderId: _id, transactionId, openid, goods, delivery, shippedAt: shipping.at }
  return { parcel: shippingItem(parcel, member, at) }
}
