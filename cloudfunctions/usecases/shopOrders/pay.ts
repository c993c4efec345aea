import { ok, refuse } from '@shared/kernel/result'
import { readPayment } from '../../database/payments'
import { readShopOrder } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { faceOf } from './faces'
import { NOT_FOUND } from './refusals'

export const pay: UseCase<'shopOrders.pay'> = async (call, { orderId }) => {
  const { cloud, memberId, at } = call
  const [order, payment] = await Promise.all([readShopOrder(cloud, orderId), readPayment(cloud, orderId)])
  if (order?.member !== memberId) return refuse(NOT_FOUND)
  const face = await faceOf(cloud, order, at)
  if (order.state !== 'awaitingPayment') return ok({ order: face, payment: null })
  if (!payment) throw new Error(`order ${orderId} waits for a payment that is not there`)
  const asked = await prepayOf(call, payment)
  return asked.ok ? ok({ order: face, payment: asked.value }) : asked
}
