import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import type { Coupon } from '../coupons/coupon'
import type { Occasion } from '../orders/recordSale'
import { sumOf } from '@shared/kernel/sumOf'
import { giveBack } from '../points/giveBack'
import type { Settings } from '../settings/settings'
import { release } from '../wallet/hold'
import { walletOf } from '../wallet/wallet'
import { moveCoupons } from './coupons'
import type { PaidOrder } from './pay'
import { moved, type ShopOrder } from './shopOrder'

/**
 * Ends an order that was not paid, on a settled account: its points go back to their lots, and its balance and coupons are
 * free again. Throws when it waits no more.
 */
export function undoOrder(
  account: Account,
  order: ShopOrder,
  coupons: readonly Coupon[],
  settings: Settings,
  occasion: Occasion,
  why: 'cancelled' | 'lapsed',
): PaidOrder {
  const next = moved(order, 'cancel', { at: occasion.at, what: why })
  const freed = account.wallet ? { ...account, wallet: release(walletOf(account), order._id) } : account
  return {
    account: withPointsBack(freed, order, settings, occasion),
    order: next,
    coupons: moveCoupons(coupons, 'unlock', order._id, occasion.today),
    sale: null,
  }
}

function withPointsBack(
  account: Account,
  { _id, quote, pointsTaken }: ShopOrder,
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  const points = quote.points.used
  if (points === 0) return account
  const { graceDays, toCash, version } = settings.points
  const isLate = pointsTaken.some(({ validUntil }) => validUntil !== null && validUntil < today)
  return post(
    account,
    {
      _id: `order:${_id}:cancelled:pointsReturned`,
      kind: 'pointsReturned',
      at,
      day: today,
      recordedAt: at,
      source: `order:${_id}`,
      reason: { zh: '订单取消，退回积分', en: 'Points back, the order was cancelled' },
      legs: move('store.pointsRedeemed.order', 'points', 'points', points),
      lots: giveBack(pointsTaken, today, graceDays),
      basis: {
        of: 'pointsToCash',
        orderId: _id,
        points,
        amountFen: sumOf(quote.lines, ({ pointsOffFen }) => pointsOffFen),
        pointsPerYuan: toCash.pointsPerYuan,
        cancelled: true,
        graceDays: isLate ? graceDays : 0,
      },
      rule: { topic: 'points', version },
      by,
    },
    settings,
  )
}
