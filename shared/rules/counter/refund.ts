import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '../account/account'
import type { Coupon } from '../coupons/coupon'
import type { Refund, SaleDocument } from '../orders/order'
import type { Occasion } from '../orders/recordSale'
import { refundSale } from '../orders/refundSale'
import { couponsBack, splitRefund } from '../orders/splitRefund'
import type { RefundRequest } from '../quote/refundRequest'
import { refundSplit, type RefundSplit, type SplitRefusal } from '../quote/refundSplit'
import type { Settings } from '../settings/settings'
import type { ChargedSale, CounterRefund } from './counterSale'

export interface RefundWish {
  readonly refundId: string
  readonly request: RefundRequest
  readonly reason: string
  readonly by: `staff:${string}`
}

/** What a refund leaves behind of each document. */
export interface Refunded {
  readonly account: Account
  readonly sale: ChargedSale
  readonly order: SaleDocument
  readonly coupons: readonly Coupon[]
  readonly split: RefundSplit
  /** What it took back of what the order earned. */
  readonly taken: Refund
}

/** Refunds kept with a sale: it stays one small document. */
const MOST_COUNTER_REFUNDS = 50

export type CounterRefundRefusal = SplitRefusal | { readonly code: 'REFUNDS_TOO_MANY'; readonly most: number }

/**
 * Refunds lines or amounts of what was charged, on a settled account: stored value to where it came from, points to their
 * lots, coupons with the last refund, and the rest in cash at the till.
 */
export function refundCharged(
  account: Account,
  sale: ChargedSale,
  order: SaleDocument,
  coupons: readonly Coupon[],
  { refundId, request, reason, by }: RefundWish,
  settings: Settings,
  occasion: Occasion,
): Result<Refunded, CounterRefundRefusal> {
  if (sale.refunds.length >= MOST_COUNTER_REFUNDS)
    return refuse({ code: 'REFUNDS_TOO_MANY', most: MOST_COUNTER_REFUNDS })
  const earlier = sale.refunds.map((each) => each.split)
  const made = refundSplit(sale.quote, earlier, request, occasion.today)
  if (!made.ok) return made
  const split = made.value
  const told = splitRefund(sale.quote, earlier, refundId, split)
  const lowered = refundSale(account, order, told, settings, occasion)
  if (!lowered.ok) throw new Error(`order ${order._id} cannot be refunded: ${lowered.error.code}`)
  const refund: CounterRefund = { id: refundId, at: occasion.at, by, reason, split }
  return ok({
    account: lowered.value.account,
    sale: { ...sale, refunds: [...sale.refunds, refund] },
    order: lowered.value.order,
    coupons: couponsBack(coupons, split, order._id, occasion.today),
    split,
    taken: lowered.value.refund,
  })
}
