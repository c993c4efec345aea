import type { Account } from '@shared/rules/account/account'
import { settle } from '@shared/rules/account/settle'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { OrderDocument, SaleDocument } from '@shared/rules/orders/order'
import type { Settings } from '@shared/rules/settings/settings'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { getById, getByIds } from '../../database/documentAccess'
import { readAccount } from '../../database/members'
import type { Call } from '../../runtime/call'

/** What a refund is reckoned from. */
interface RefundContext {
  readonly account: Account
  readonly sale: SaleDocument
  readonly coupons: readonly Coupon[]
}

/** Reads what a refund of an order would be reckoned from; null for one that was never paid. */
export async function refundContext(
  { cloud, today, at }: Call,
  { _id, member, choices }: ShopOrder,
  settings: Settings,
): Promise<RefundContext | null> {
  const [account, sale, coupons] = await Promise.all([
    readAccount(cloud, member),
    getById<OrderDocument>(cloud, 'orders', _id),
    getByIds<Coupon>(cloud, 'coupons', choices.coupons),
  ])
  if (!account) throw new Error(`order ${_id} is of nobody`)
  return sale && { account: settle(account, today, settings, at), sale: saleIn(sale), coupons }
}

/** An order of the shop's own pages is kept as a sale, never as one of the past. */
export function saleIn(order: OrderDocument): SaleDocument {
  if (order.kind !== 'sale') throw new Error(`order ${order._id} is no sale`)
  return order
}
