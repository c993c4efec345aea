import { dayOf } from '@shared/kernel/businessDay'
import { asPaid, type Payment, type Receipt } from '@shared/rules/payments/payment'
import { asRefused } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import { payOrder } from '@shared/rules/shopOrders/pay'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import type { Moment } from '../../database/commandOnAccount'
import { settle } from '../../database/reservations'
import { readShopOrder } from '../../database/shopOrders'
import { transactOnOrder } from '../../database/transactOnOrder'
import type { PaymentOwner } from '../payments/owners'
import { endOrder } from './endOrder'

/** What payments mean to the orders that they are made for. */
export const shopOrderPayments: PaymentOwner<'shopOrder'> = {
  paid: bookPayment,
  async lapsed(moment, settings, payment) {
    const order = await orderOf(moment, payment)
    await endOrder(moment, settings, order, 'lapsed')
  },
  /** The order is refunded all the same: what WeChat does not give back a person has to, so it waits for one. */
  async refundRefused(moment, settings, refund, fault) {
    await transactOnOrder<null>(
      moment,
      refund.member,
      { orderId: refund.for.orderId, with: [], refund: refund._id },
      settings,
      (_account, found) => {
        const isAsked = found.refund?.state === 'asked' || found.refund?.state === 'processing'
        return {
          ...(isAsked && found.refund ? { refund: asRefused(found.refund, fault) } : {}),
          answer: null,
        }
      },
    )
  },
}

async function bookPayment(
  moment: Moment,
  settings: Settings,
  payment: Payment<'shopOrder'>,
  receipt: Receipt,
): Promise<'booked' | 'late'> {
  const { _id: orderId, choices } = await orderOf(moment, payment)
  const outcome = await transactOnOrder<'booked' | 'late'>(
    moment,
    payment.member,
    { orderId, with: ['payment', 'sale'], coupons: choices.coupons },
    settings,
    (account, { order, payment: now, coupons }) => {
      if (!account || !order || !now) throw new Error(`order ${orderId} was paid and is not there`)
      if (order.state === 'cancelled') return { answer: 'late' }
      if (order.state !== 'awaitingPayment') return { answer: 'booked' }
      const occasion = { today: moment.today, at: moment.at, by: 'member' } as const
      const paid = payOrder(account, order, coupons, settings, occasion, paidOn(receipt, order, moment))
      return {
        next: paid.account,
        order: paid.order,
        coupons: paid.coupons,
        ...(paid.sale ? { sale: paid.sale } : {}),
        payment: asPaid(now, receipt),
        answer: 'booked',
      }
    },
  )
  if (outcome === 'booked') await settle(moment.cloud, orderId)
  return outcome
}

/** The money came when WeChat says so, which may be some time before it is known here; clocks differ. */
function paidOn({ paidAt }: Receipt, { placedAt }: ShopOrder, { at }: Moment) {
  const then = Math.max(placedAt, Math.min(paidAt, at))
  return { at: then, day: dayOf(then) }
}

async function orderOf({ cloud }: Moment, payment: Payment<'shopOrder'>): Promise<ShopOrder> {
  const order = await readShopOrder(cloud, payment.for.orderId)
  if (!order) throw new Error(`payment ${payment._id} is for an order that is not there`)
  return order
}
