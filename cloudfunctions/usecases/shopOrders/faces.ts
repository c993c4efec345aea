import type { OutputOf } from '@shared/contracts'
import type { Account } from '@shared/rules/account/account'
import type { OrderDocument } from '@shared/rules/orders/order'
import type { Refund, RefundState } from '@shared/rules/payments/refund'
import type { Settings } from '@shared/rules/settings/settings'
import { shopOrderFace, type ShopOrderFace } from '@shared/rules/shopOrders/face'
import { may, type ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { rankOf, tierFace } from '@shared/rules/tiers/face'
import type { Cloud } from '../../database/cloud'
import { getById, getByIds } from '../../database/documentAccess'
import { readAccount } from '../../database/members'

/** An order as people read it: what it earned is kept by its sale, how far WeChat is by the refunds. */
export async function faceOf(cloud: Cloud, order: ShopOrder, now: number): Promise<ShopOrderFace> {
  const numbers = order.refunds.flatMap(({ outRefundNo }) => outRefundNo ?? [])
  const [sale, refunds] = await Promise.all([
    hasSale(order) ? getById<OrderDocument>(cloud, 'orders', order._id) : null,
    getByIds<Pick<Refund, '_id' | 'state'>>(cloud, 'refunds', numbers, { state: true }),
  ])
  const wechat = new Map<string, RefundState>(refunds.map(({ _id, state }) => [_id, state]))
  return shopOrderFace(order, sale?.kind === 'sale' ? sale : null, wechat, now)
}

const hasSale = ({ state }: ShopOrder): boolean => state !== 'awaitingPayment' && state !== 'cancelled'

/** The same for the people of the shop, with whose it is and what they can do. */
export async function merchantFace(
  cloud: Cloud,
  order: ShopOrder,
  settings: Settings,
  now: number,
): Promise<OutputOf<'shopOrders.readAny'>> {
  const [face, account] = await Promise.all([faceOf(cloud, order, now), readAccount(cloud, order.member)])
  if (!account) throw new Error(`order ${order._id} is of nobody`)
  return {
    now,
    order: face,
    member: { id: account._id, tier: tierOf(account, settings) },
    can: {
      ship: may(order, 'ship'),
      refund: may(order, 'refundAll'),
      declineRefund: order.refundAsked?.state === 'open',
    },
  }
}

export const tierOf = ({ tier }: Pick<Account, 'tier'>, { tiers }: Pick<Settings, 'tiers'>) =>
  tierFace(tiers, rankOf(tiers, tier.id))
