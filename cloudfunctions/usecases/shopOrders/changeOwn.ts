import { ok, refuse, type Result } from '@shared/kernel/result'
import type { ShopOrderFace } from '@shared/rules/shopOrders/face'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { commandOnShopOrder } from '../../database/shopOrders'
import type { Call } from '../../runtime/call'
import { faceOf } from './faces'
import { NOT_FOUND } from './refusals'

/** Changes an order of the caller's own, and nothing beside it. */
export async function changeOwn<E>(
  { cloud, memberId, at }: Call,
  orderId: string,
  decide: (order: ShopOrder) => Result<ShopOrder, E>,
): Promise<Result<{ order: ShopOrderFace }, E | typeof NOT_FOUND>> {
  const changed = await commandOnShopOrder<E | typeof NOT_FOUND>(cloud, orderId, (order) =>
    order?.member === memberId ? decide(order) : refuse(NOT_FOUND),
  )
  return changed.ok ? ok({ order: await faceOf(cloud, changed.value, at) }) : changed
}
