import { ok, refuse } from '@shared/kernel/result'
import { readShopOrder } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { settlePayment } from '../payments/settlePayment'
import { faceOf } from './faces'
import { NOT_FOUND } from './refusals'

/** Where WeChat does not answer, the order is as it was. */
export const checkPayment: UseCase<'shopOrders.checkPayment'> = async (call, { orderId }) => {
  const { cloud, memberId, at } = call
  const before = await readShopOrder(cloud, orderId)
  if (before?.member !== memberId) return refuse(NOT_FOUND)
  if (before.state === 'awaitingPayment') await settlePayment(call, orderId)
  const order = await readShopOrder(cloud, orderId)
  if (!order) throw new Error(`order ${orderId} is gone`)
  return ok({ order: await faceOf(cloud, order, at) })
}
