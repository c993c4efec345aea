import type { OutputOf } from '@shared/contracts'
import type { Payment } from '@shared/rules/payments/payment'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { readPayment } from '../../database/payments'
import type { Call } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { faceOf } from './faces'

/** The order, with what opens the payment sheet; without where nothing is left to pay, or WeChat does not answer. */
export async function withPayment(
  call: Call,
  order: ShopOrder,
  known?: Payment,
): Promise<OutputOf<'shopOrders.place'>> {
  const isWaiting = order.state === 'awaitingPayment'
  const [face, payment] = await Promise.all([
    faceOf(call.cloud, order, call.at),
    isWaiting ? (known ?? readPayment(call.cloud, order._id)) : null,
  ])
  const asked = payment && (await prepayOf(call, payment))
  return { order: face, payment: asked?.ok ? asked.value : null }
}
