import type { Coupon } from '@shared/rules/coupons/coupon'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { type RaceShop, YUAN } from './raceShop'

/** An order that is paid by all four means, and waits for what WeChat is to pay. */
export interface Mixed {
  readonly id: string
  readonly member: string
  readonly sku: string
  readonly coupon: string
}

const BALANCE_FEN = 30 * YUAN
const POINTS = 1_000
/** 100 yuan less a coupon of 5 and points for 10: 30 by balance, 55 by WeChat. */
const WECHAT_FEN = 55 * YUAN

export async function askedToPay(shop: RaceShop, buyer: string): Promise<Mixed> {
  const [member, sku] = await Promise.all([
    shop.buyer(buyer, { principalFen: BALANCE_FEN, points: POINTS }),
    shop.goods(buyer, 100, 10),
  ])
  const coupon = await shop.coupon(member, 'five')
  const choices = { coupons: [coupon], points: POINTS, balance: { of: 'all' as const } }
  const { order, payment } = await shop.order(buyer, [{ sku, quantity: 1 }], choices)
  if (!payment) throw new Error(`order ${order.id} waits for no payment`)
  return { id: order.id, member, sku, coupon }
}

type Facts = Readonly<Record<string, readonly [found: unknown, should: unknown]>>
type End = (shop: RaceShop, mixed: Mixed) => Promise<Facts>

async function seen(shop: RaceShop, { id, member, sku, coupon }: Mixed) {
  const [order, payment, account, stock, held] = await Promise.all([
    shop.orderOf(id),
    shop.paymentOf(id),
    shop.account(member),
    shop.stock(sku),
    getById<Coupon>(shop.cloud, 'coupons', coupon),
  ])
  const { principal, bonus, points, pointsDebt } = account.balances
  return {
    order,
    payment,
    stock,
    coupon: held?.state,
    atWeChat: shop.atWeChat(id),
    balance: principal + bonus,
    points: points + pointsDebt,
    holds: account.wallet?.holds.length,
    orders: account.spend.orders,
    spentFen: account.spend.fen,
  }
}

/** What is to be when it was bought; points earned: one a yuan of what was paid after coupon and points. */
const paidOnce: End = async (shop, mixed) => {
  const found = await seen(shop, mixed)
  return {
    'the order': [found.order?.state, 'paid'],
    'the payment': [found.payment?.state, 'paid'],
    'what WeChat has': [found.atWeChat, { paidFen: WECHAT_FEN, refundedFen: 0, refunds: 0 }],
    'the balance': [found.balance, 0],
    'what is held': [found.holds, 0],
    'the points': [found.points, (BALANCE_FEN + WECHAT_FEN) / YUAN],
    'orders of the member': [found.orders, 1],
    'what the member spent': [found.spentFen, BALANCE_FEN + WECHAT_FEN],
    'the coupon': [found.coupon, 'used'],
    'the stock': [found.stock, { free: 9, sold: 1, open: 0 }],
  }
}

/** What is to be when it was cancelled: all as before, and whatever WeChat took gone back whole. */
const asIfNever: End = async (shop, mixed) => {
  const found = await seen(shop, mixed)
  const { paidFen, refundedFen } = found.atWeChat
  return {
    'the order': [found.order?.state, 'cancelled'],
    'the payment': [found.payment?.state, paidFen > 0 ? 'late' : 'closed'],
    'what WeChat has left': [paidFen - refundedFen, 0],
    'the balance': [found.balance, BALANCE_FEN],
    'what is held': [found.holds, 0],
    'the points': [found.points, POINTS],
    'orders of the member': [found.orders, 0],
    'the coupon': [found.coupon, 'issued'],
    'the stock': [found.stock, { free: 10, sold: 0, open: 0 }],
  }
}

/** What is to be when it was given back whole, once. */
const refundedOnce: End = async (shop, mixed) => {
  const found = await seen(shop, mixed)
  return {
    'the order': [found.order?.state, 'refunded'],
    'refunds of the order': [found.order?.refunds.length, 1],
    'what WeChat has': [found.atWeChat, { paidFen: WECHAT_FEN, refundedFen: WECHAT_FEN, refunds: 1 }],
    'the balance': [found.balance, BALANCE_FEN],
    'the points': [found.points, POINTS],
    'orders of the member': [found.orders, 0],
    'what the member spent': [found.spentFen, 0],
    'the coupon': [found.coupon, 'issued'],
  }
}

/** How such an order may end. */
export const MIXED = { paidOnce, asIfNever, refundedOnce }
