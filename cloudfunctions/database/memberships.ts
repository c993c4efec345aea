import { startOfDay, type Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { MembershipPurchase } from '@shared/rules/memberships/purchase'
import { SHOP, type OrderDocument } from '@shared/rules/orders/order'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import type { Cloud } from './cloud'
import { getById, getByIds } from './documentAccess'

export function readPurchase(cloud: Cloud, id: string): Promise<MembershipPurchase | null> {
  return getById<MembershipPurchase>(cloud, 'memberships', id)
}

/** A place in a list of purchases: those of one instant are in the order of their ids. */
interface PurchasePlace {
  readonly at: Instant
  readonly id: string
}

/** A page of a member's purchases, the latest first, below a place where one is given. */
export async function readPurchases(
  { db }: Cloud,
  member: string,
  below: PurchasePlace | undefined,
  limit: number,
): Promise<MembershipPurchase[]> {
  const { and, or, lt } = {
    and: db.command.and.bind(db.command),
    or: db.command.or.bind(db.command),
    lt: db.command.lt.bind(db.command),
  }
  const condition = below
    ? and([{ member }, or([{ createdAt: lt(below.at) }, { createdAt: below.at, _id: lt(below.id) }])])
    : { member }
  const { data } = await db
    .collection('memberships')
    .where(condition)
    .orderBy('createdAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as MembershipPurchase[]
}

/** An order that counts, and how it was placed where that was in the shop's own pages. */
export interface BoughtOrder {
  readonly order: OrderDocument
  readonly placed: ShopOrder | null
}

/** No more are looked at: whoever buys more than this has seen enough. */
const MOST_ORDERS = 500

/** What a member bought from a day on, the latest orders where there are very many. */
export async function readBoughtSince(cloud: Cloud, member: string, from: Day): Promise<BoughtOrder[]> {
  const { data } = await cloud.db
    .collection('orders')
    .where({ member, placedAt: cloud.db.command.gte(startOfDay(from)) })
    .orderBy('placedAt', 'desc')
    .limit(MOST_ORDERS)
    .get()
  const orders = data as OrderDocument[]
  const ids = orders.filter(({ source }) => source === SHOP).map(({ _id }) => _id)
  const placed = await getByIds<ShopOrder>(cloud, 'shopOrders', ids)
  const byId = new Map(placed.map((order) => [order._id, order]))
  return orders.map((order) => ({ order, placed: byId.get(order._id) ?? null }))
}
