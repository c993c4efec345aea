import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Coupon } from '../coupons/coupon'
import { earningFacts } from '../earning/facts'
import { bookSale, type Sold } from '../orders/bookSale'
import { SHOP, type SaleDocument } from '../orders/order'
import type { Occasion } from '../orders/recordSale'
import type { Tender } from '../orders/tender'
import { addPaid } from '../quote/paid'
import type { Settings } from '../settings/settings'
import { payHeld } from '../wallet/hold'
import { walletOf, type Part } from '../wallet/wallet'
import { moveCoupons } from './coupons'
import { moved, type ShopOrder } from './shopOrder'

/** What an order leaves behind of each document; no sale while it is not paid. */
export interface PaidOrder {
  readonly account: Account
  readonly order: ShopOrder
  readonly coupons: readonly Coupon[]
  readonly sale: SaleDocument | null
}

/**
 * Books an order that waits to be paid as paid, on a settled account: what it holds of the balance is paid, its coupons
 * are used, and it earns as a sale of the moment at which the money came. Throws when it waits no more.
 */
export function payOrder(
  account: Account,
  order: ShopOrder,
  coupons: readonly Coupon[],
  settings: Settings,
  occasion: Occasion,
  paid: { readonly at: Instant; readonly day: Day },
): PaidOrder {
  const { _id, quote, pointsTaken } = order
  const next = moved(order, 'pay', { at: occasion.at, what: 'paid' })
  const spent = withoutHeld(account, order)
  const used = {
    points: quote.points.used,
    amountFen: sumOf(quote.lines, ({ pointsOffFen }) => pointsOffFen),
    taken: pointsTaken,
  }
  const placing = {
    source: SHOP,
    placedAt: paid.at,
    placedDay: paid.day,
    facts: earningFacts(account, settings),
    isCapped: true,
    ...(spent.parts.length > 0 ? { tender: tenderOf(order, spent.parts) } : {}),
  }
  const booked = bookSale(spent.account, soldOf(order), placing, used, settings, occasion)
  return {
    account: booked.account,
    order: next,
    coupons: moveCoupons(coupons, 'use', _id, occasion.today),
    sale: booked.order,
  }
}

function withoutHeld(
  account: Account,
  { _id, quote }: ShopOrder,
): { account: Account; parts: readonly Part[] } {
  if (quote.paid.principal + quote.paid.bonus === 0) return { account, parts: [] }
  const { wallet, parts } = payHeld(walletOf(account), _id)
  return { account: { ...account, wallet }, parts }
}

const tenderOf = ({ quote }: ShopOrder, parts: readonly Part[]): Tender => ({
  goods: addPaid(quote.lines.map(({ paid }) => paid)),
  freight: quote.freight.paid,
  parts,
})

function soldOf({ _id, quote }: ShopOrder): Sold {
  return {
    orderId: _id,
    externalId: _id,
    lines: quote.lines.map(({ category, product, quantity, pointsOffFen, paidFen }) => ({
      category,
      product,
      quantity,
      amountFen: paidFen + pointsOffFen,
      deductedFen: pointsOffFen,
      paidFen,
    })),
    freightFen: quote.freight.paidFen,
    points: quote.points.used,
  }
}
