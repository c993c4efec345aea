import { ok, refuse } from '@shared/kernel/result'
import { notNow } from '@shared/rules/shopOrders/shopOrder'
import { readPayment } from '../../database/payments'
import { readShopOrder } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { closePayment } from '../payments/closePayment'
import { endOrder } from './endOrder'
import { faceOf } from './faces'
import { inState, NOT_FOUND } from './refusals'

/** WeChat is asked first, so that money which is there already is booked. Money that comes all the same goes back. */
export const cancel: UseCase<'shopOrders.cancel'> = async (call, { orderId }) => {
  const [order, payment, settings] = await Promise.all([
    readShopOrder(call.cloud, orderId),
    readPayment(call.cloud, orderId),
    call.settings(),
  ])
  if (order?.member !== call.memberId) return refuse(NOT_FOUND)
  if (payment?.state === 'open') await closePayment(call, payment)
  const ended = await endOrder(call, settings, order, 'cancelled')
  if (ended.state !== 'cancelled') return refuse(inState(notNow(ended)))
  return ok({ order: await faceOf(call.cloud, ended, call.at) })
}
