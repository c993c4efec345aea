import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '../account/account'
import type { Coupon } from '../coupons/coupon'
import type { Refund, SaleDocument } from '../orders/order'
import type { Occasion } from '../orders/recordSale'
import { refundSale } from '../orders/refundSale'
import { couponsBack, splitRefund } from '../orders/splitRefund'
import { CHANNELS, type Paid } from '../quote/paid'
import type { RefundRequest } from '../quote/refundRequest'
import { refundSplit, type RefundSplit, type SplitRefusal } from '../quote/refundSplit'
import type { Settings } from '../settings/settings'
import { changed, may, moved, notNow, type NotNow, type ShopOrder, type ShopOrderRefund } from './shopOrder'

/** WeChat Pay gives back in so many parts at most. */
export const MOST_REFUNDS = 50

/** What was shown of a refund before it was confirmed. */
export interface SeenRefund {
  readonly amountFen: number
  readonly freightFen: number
  readonly back: Paid
  readonly points: number
}

export interface RefundWish {
  readonly refundId: string
  readonly request: RefundRequest
  readonly reason: string
  readonly by: `staff:${string}`
}

export type RefundOrderRefusal =
  NotNow | SplitRefusal | { readonly code: 'REFUNDS_TOO_MANY'; readonly most: number }

/** What a refund leaves behind of each document. */
export interface RefundedOrder {
  readonly account: Account
  readonly order: ShopOrder
  readonly sale: SaleDocument
  readonly coupons: readonly Coupon[]
  readonly split: RefundSplit
  readonly refund: ShopOrderRefund
  /** What it took back of what the order earned. */
  readonly taken: Refund
}

/**
 * Refunds lines or amounts of an order that was paid, on a settled account: everything back where it came from, but for
 * WeChat's part, which is still to be asked for by the number that the refund names. `coupons` are those of the order.
 */
export function refundOrder(
  account: Account,
  order: ShopOrder,
  sale: SaleDocument,
  coupons: readonly Coupon[],
  wish: RefundWish,
  settings: Settings,
  occasion: Occasion,
): Result<RefundedOrder, RefundOrderRefusal> {
  if (!may(order, 'refundAll')) return refuse(notNow(order))
  if (order.refunds.length >= MOST_REFUNDS) return refuse({ code: 'REFUNDS_TOO_MANY', most: MOST_REFUNDS })
  const earlier = order.refunds.map(({ split }) => split)
  const made = refundSplit(order.quote, earlier, wish.request, occasion.today)
  if (!made.ok) return made
  const split = made.value
  const lowered = refundSale(
    account,
    sale,
    splitRefund(order.quote, earlier, wish.refundId, split),
    settings,
    occasion,
  )
  if (!lowered.ok) throw new Error(`the sale of order ${order._id} cannot be refunded: ${lowered.error.code}`)
  const { refundId, reason, by } = wish
  const refund: ShopOrderRefund = {
    id: refundId,
    at: occasion.at,
    by,
    reason,
    split,
    outRefundNo: split.back.wechat > 0 ? `${order._id}-${refundId}` : null,
  }
  return ok({
    account: lowered.value.account,
    order: withRefund(order, refund),
    sale: lowered.value.order,
    coupons: couponsBack(coupons, split, order._id, occasion.today),
    split,
    refund,
    taken: lowered.value.refund,
  })
}

/** True where a refund is what was shown of it. */
export function isSameRefund(
  seen: SeenRefund,
  { amountFen, freightFen, back, points }: RefundSplit,
): boolean {
  return (
    seen.amountFen === amountFen &&
    seen.freightFen === freightFen &&
    seen.points === points &&
    CHANNELS.every((channel) => seen.back[channel] === back[channel])
  )
}

function withRefund(order: ShopOrder, refund: ShopOrderRefund): ShopOrder {
  const event = { at: refund.at, what: 'refunded' } as const
  const { refundAsked } = order
  const patch = {
    refunds: [...order.refunds, refund],
    ...(refundAsked?.state === 'open'
      ? { refundAsked: { ...refundAsked, state: 'done' as const }, askedAt: 0 }
      : {}),
  }
  return refund.split.isLast
    ? moved(order, 'refundAll', event, { ...patch, dueAt: 0 })
    : changed(order, event, patch)
}
