import { ok, refuse } from '@shared/kernel/result'
import { readShopOrder } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { faceOf } from './faces'
import { NOT_FOUND } from './refusals'

export const read: UseCase<'shopOrders.read'> = async ({ cloud, memberId, at }, { orderId }) => {
  const order = await readShopOrder(cloud, orderId)
  if (order?.member !== memberId) return refuse(NOT_FOUND)
  return ok({ now: at, order: await faceOf(cloud, order, at) })
}
