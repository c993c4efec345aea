import { ok, refuse } from '@shared/kernel/result'
import { shopOrderCard } from '@shared/rules/shopOrders/face'
import { readAccount } from '../../database/members'
import { readShopOrders } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { asPage, PAGE } from './page'

export const list: UseCase<'shopOrders.list'> = async ({ cloud, memberId, at }, { state, cursor }) => {
  const which = { member: memberId, ...(state ? { state } : {}) }
  const [account, found] = await Promise.all([
    readAccount(cloud, memberId),
    readShopOrders(cloud, which, cursor, PAGE + 1),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { page, nextCursor } = asPage(found, ({ placedAt }) => placedAt)
  return ok({ now: at, orders: page.map(shopOrderCard), nextCursor })
}
