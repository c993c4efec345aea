import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '@shared/rules/account/account'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Payment } from '@shared/rules/payments/payment'
import type { Refund } from '@shared/rules/payments/refund'
import { CHANNELS } from '@shared/rules/quote/paid'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import type { CollectionName } from '../../cloudfunctions/database/collections'
import type { StockDocument } from '../../cloudfunctions/database/stock'
import { auditBooks } from '../support/auditBooks'
import type { OrderShop } from '../support/orderShop'

interface Everything {
  readonly accounts: readonly Account[]
  readonly orders: readonly ShopOrder[]
  readonly sales: ReadonlyMap<string, OrderDocument>
  readonly payments: readonly Payment[]
  readonly refunds: readonly Refund[]
  readonly coupons: readonly Coupon[]
  readonly stock: readonly StockDocument[]
}

/** What is wrong with a shop's money and goods once nothing is under way any more. Nothing should be. */
export async function faultsOf(shop: OrderShop, pieces: Readonly<Record<string, number>>): Promise<string[]> {
  const all = await readAll(shop)
  const { differences } = await auditBooks((name, input) => shop.merchant('owner', name, input))
  return [
    ...differences.map((difference) => `the audit: ${JSON.stringify(difference)}`),
    ...orderFaults(all),
    ...paymentFaults(shop, all),
    ...stockFaults(all, pieces),
    ...couponFaults(all),
    ...all.accounts.flatMap(walletFaults),
  ]
}

async function readAll(shop: OrderShop): Promise<Everything> {
  const read = async <T>(name: CollectionName): Promise<T[]> => {
    const { data } = await shop.cloud.db.collection(name).limit(1_000).get()
    return data as T[]
  }
  const [accounts, orders, sales, payments, refunds, coupons, stock] = await Promise.all([
    read<Account>('members'),
    read<ShopOrder>('shopOrders'),
    read<OrderDocument>('orders'),
    read<Payment>('payments'),
    read<Refund>('refunds'),
    read<Coupon>('coupons'),
    read<StockDocument>('stock'),
  ])
  return {
    accounts,
    orders,
    sales: new Map(sales.map((sale) => [sale._id, sale])),
    payments,
    refunds,
    coupons,
    stock,
  }
}

const wasPaid = ({ state }: ShopOrder): boolean => state !== 'awaitingPayment' && state !== 'cancelled'

/** Each is over or paid; what was paid has its sale; no channel, of no line, gave back more than it took. */
function orderFaults({ orders, sales }: Everything): string[] {
  return orders.flatMap((order) => {
    const { _id, state, quote, refunds } = order
    const faults: string[] = []
    if (state === 'awaitingPayment') faults.push(`${_id} still waits to be paid`)
    if (wasPaid(order) !== sales.has(_id))
      faults.push(`${_id} is ${state}, its sale there: ${sales.has(_id)}`)
    for (const channel of CHANNELS) {
      const back = sumOf(refunds, ({ split }) => split.back[channel])
      if (back > quote.paid[channel])
        faults.push(`${_id}: ${back} of ${quote.paid[channel]} by ${channel} went back`)
      quote.lines.forEach((line, i) => {
        const ofLine = sumOf(refunds, ({ split }) => split.lines[i]?.back[channel] ?? 0)
        if (ofLine > line.paid[channel]) faults.push(`${_id}: line ${i} gave back ${ofLine} by ${channel}`)
      })
    }
    const all = sumOf(refunds, ({ split }) => split.amountFen + split.freightFen)
    if ((state === 'refunded') !== refunds.some(({ split }) => split.isLast))
      faults.push(`${_id} is ${state} with ${all} of ${quote.payableFen} back`)
    return faults
  })
}

/** WeChat's own books and the shop's tell the same of every payment, and of what went back. */
function paymentFaults({ pay }: OrderShop, { payments, refunds, orders }: Everything): string[] {
  const booked = new Map(orders.map((order) => [order._id, wasPaid(order)]))
  return payments.flatMap((payment) => {
    const { _id, state, amountFen } = payment
    const atWeChat = pay.store.payment(_id)
    const isPaid = atWeChat?.state === 'SUCCESS'
    const faults: string[] = []
    if (state === 'open') faults.push(`payment ${_id} is still open`)
    if (isPaid !== (state === 'paid' || state === 'late'))
      faults.push(`payment ${_id} is ${state} and WeChat says ${atWeChat?.state}`)
    if (payment.for.of === 'shopOrder' && booked.get(payment.for.orderId) !== (state === 'paid'))
      faults.push(`payment ${_id} is ${state}, its order paid: ${booked.get(payment.for.orderId)}`)
    const own = refunds.filter((refund) => refund.payment === _id)
    const waiting = own.filter((refund) => refund.state === 'asked' || refund.state === 'processing')
    if (waiting.length > 0)
      faults.push(`refunds of ${_id} are under way: ${waiting.map((one) => one._id).join()}`)
    const doneFen = sumOf(
      own.filter((refund) => refund.state === 'done'),
      ({ refundFen }) => refundFen,
    )
    const backFen = sumOf(pay.store.refundsOf(_id), ({ refundFen }) => refundFen)
    if (doneFen !== backFen) faults.push(`${doneFen} went back of ${_id}, and WeChat says ${backFen}`)
    if (backFen > amountFen) faults.push(`more went back of ${_id} than was paid`)
    if (state === 'late' && backFen !== amountFen)
      faults.push(`${_id} came late, and ${backFen} of ${amountFen} went back`)
    return faults
  })
}

/** Pieces are free or sold, none is held; those sold are those of paid orders. */
function stockFaults({ stock, orders }: Everything, pieces: Readonly<Record<string, number>>): string[] {
  return stock.flatMap(({ _id, free, sold, open, holds }) => {
    const ordered = sumOf(orders.filter(wasPaid), ({ goods, quote }) =>
      sumOf(goods, ({ sku }) =>
        sku === _id ? (quote.lines[goods.findIndex((each) => each.sku === sku)]?.quantity ?? 0) : 0,
      ),
    )
    const faults: string[] = []
    if (free < 0 || free + sold !== pieces[_id])
      faults.push(`${_id}: ${free} free and ${sold} sold of ${pieces[_id]}`)
    if (open !== 0 || Object.keys(holds).length > 0) faults.push(`${_id}: ${open} orders still hold some`)
    if (sold !== ordered) faults.push(`${_id}: ${sold} sold, ${ordered} in paid orders`)
    return faults
  })
}

/** None is held by an order; each use is by a paid order that chose it, unless that was refunded whole. */
function couponFaults({ coupons, orders }: Everything): string[] {
  const byId = new Map(orders.map((order) => [order._id, order]))
  const used = coupons.flatMap(({ _id, heldBy, usedBy }) => {
    const faults = heldBy.length > 0 ? [`coupon ${_id} is held by ${heldBy.join()}`] : []
    for (const { orderId } of usedBy) {
      const order = byId.get(orderId)
      if (!order || !wasPaid(order) || order.state === 'refunded' || !order.choices.coupons.includes(_id))
        faults.push(`coupon ${_id} is used by ${orderId}, which is ${order?.state}`)
    }
    return faults
  })
  const missing = orders
    .filter((order) => wasPaid(order) && order.state !== 'refunded')
    .flatMap(({ _id, choices }) => choices.coupons.map((coupon) => ({ _id, coupon })))
    .filter(({ _id, coupon }) => {
      const there = coupons.find((each) => each._id === coupon)
      return !there?.usedBy.some(({ orderId }) => orderId === _id)
    })
  return [...used, ...missing.map(({ _id, coupon }) => `${_id} used ${coupon}, which does not say so`)]
}

function walletFaults({ _id, wallet, balances }: Account): string[] {
  const faults: string[] = []
  if (wallet && wallet.holds.length > 0)
    faults.push(`${_id}: ${wallet.holds.length} orders still hold balance`)
  if (wallet && wallet.waiting.length > 0) faults.push(`${_id}: ${wallet.waiting.length} top-ups still wait`)
  if (Math.min(balances.principal, balances.bonus, balances.points) < 0) faults.push(`${_id}: below zero`)
  return faults
}

/** How many orders were paid with each of the means, and how many refunded: what did not happen proves nothing. */
export async function met(shop: OrderShop) {
  const { orders } = await readAll(shop)
  const count = (which: (order: ShopOrder) => boolean) => orders.filter(which).length
  return {
    placed: orders.length,
    coupon: count((order) => wasPaid(order) && order.choices.coupons.length > 0),
    points: count((order) => wasPaid(order) && order.quote.points.used > 0),
    balance: count((order) => wasPaid(order) && order.quote.paid.principal > 0),
    wechat: count((order) => wasPaid(order) && order.quote.paid.wechat > 0),
    cancelled: count(({ state }) => state === 'cancelled'),
    refunds: sumOf(orders, ({ refunds }) => refunds.length),
    refunded: count(({ state }) => state === 'refunded'),
  }
}
