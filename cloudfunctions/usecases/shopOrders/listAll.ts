import { ok } from '@shared/kernel/result'
import { shopOrderCard } from '@shared/rules/shopOrders/face'
import { readRefundsAsked, readShopOrders } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { asPage, PAGE } from './page'

export const listAll: UseCase<'shopOrders.listAll'> = async ({ cloud, at }, { which, cursor }) => {
  const isAsked = which === 'refundAsked'
  const found = isAsked
    ? await readRefundsAsked(cloud, cursor, PAGE + 1)
    : await readShopOrders(cloud, which ? { state: which } : {}, cursor, PAGE + 1)
  const { page, nextCursor } = asPage(found, ({ askedAt, placedAt }) => (isAsked ? askedAt : placedAt))
  const orders = page.map((order) => ({ ...shopOrderCard(order), member: order.member }))
  return ok({ now: at, orders, nextCursor })
}
