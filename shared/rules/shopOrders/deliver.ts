import type { Instant } from '@shared/kernel/businessDay'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { may, moved, notNow, RECEIVED_AFTER_DAYS, type NotNow, type ShopOrder } from './shopOrder'

const DAY_MS = 86_400_000

/** The goods are on their way. The same parcel once more changes nothing. */
export function shipOrder(
  order: ShopOrder,
  parcel: { readonly carrier: string; readonly trackingNumber: string },
  at: Instant,
): Result<ShopOrder, NotNow> {
  const { carrier, trackingNumber } = parcel
  const { shipping } = order
  if (shipping?.carrier === carrier && shipping.trackingNumber === trackingNumber) return ok(order)
  if (!may(order, 'ship')) return refuse(notNow(order))
  return ok(
    moved(
      order,
      'ship',
      { at, what: 'shipped' },
      { shipping: { carrier, trackingNumber, at }, dueAt: at + RECEIVED_AFTER_DAYS * DAY_MS },
    ),
  )
}

/** The goods are there: the member says so, or nobody has said anything for long. Once more it changes nothing. */
export function receiveOrder(
  order: ShopOrder,
  what: 'received' | 'receivedByItself',
  at: Instant,
): Result<ShopOrder, NotNow> {
  if (order.state === 'received') return ok(order)
  if (!may(order, 'receive')) return refuse(notNow(order))
  return ok(moved(order, 'receive', { at, what }, { dueAt: 0 }))
}
