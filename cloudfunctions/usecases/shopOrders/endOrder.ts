import { asClosed, type Payment } from '@shared/rules/payments/payment'
import type { Settings } from '@shared/rules/settings/settings'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { undoOrder } from '@shared/rules/shopOrders/undo'
import type { Moment } from '../../database/commandOnAccount'
import { release } from '../../database/reservations'
import { transactOnOrder } from '../../database/transactOnOrder'

/**
 * Ends an order that nobody paid: points, balance and coupons come back in one transaction, which closes the payment
 * too; then the goods. Answers the order as it is: one that was paid meanwhile stays so.
 */
export async function endOrder(
  moment: Moment,
  settings: Settings,
  { _id: orderId, member, choices }: ShopOrder,
  why: 'cancelled' | 'lapsed',
): Promise<ShopOrder> {
  const ended = await transactOnOrder<ShopOrder>(
    moment,
    member,
    { orderId, with: ['payment'], coupons: choices.coupons },
    settings,
    (account, { order, payment, coupons }) => {
      if (!account || !order) throw new Error(`order ${orderId} is gone`)
      if (order.state === 'cancelled') return { ...closed(payment, moment.at), answer: order }
      if (order.state !== 'awaitingPayment') return { answer: order }
      const by = why === 'cancelled' ? 'member' : 'system'
      const occasion = { today: moment.today, at: moment.at, by } as const
      const undone = undoOrder(account, order, coupons, settings, occasion, why)
      return {
        next: undone.account,
        order: undone.order,
        coupons: undone.coupons,
        ...closed(payment, moment.at),
        answer: undone.order,
      }
    },
  )
  if (ended.state === 'cancelled') await release(moment.cloud, orderId)
  return ended
}

const closed = (payment: Payment<'shopOrder'> | null, at: number) =>
  payment?.state === 'open' ? { payment: asClosed(payment, at) } : {}
