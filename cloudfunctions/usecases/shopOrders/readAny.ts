import { ok, refuse } from '@shared/kernel/result'
import { readShopOrder } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { merchantFace } from './faces'
import { NOT_FOUND } from './refusals'

export const readAny: UseCase<'shopOrders.readAny'> = async (call, { orderId }) => {
  const [order, settings] = await Promise.all([readShopOrder(call.cloud, orderId), call.settings()])
  return order ? ok(await merchantFace(call.cloud, order, settings, call.at)) : refuse(NOT_FOUND)
}
