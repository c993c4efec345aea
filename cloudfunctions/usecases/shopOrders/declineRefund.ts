import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { tell } from '@shared/rules/messages/tell'
import { declineRefund as decide } from '@shared/rules/shopOrders/refundAsked'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { declinedMessage } from '@shared/rules/shopOrders/tell'
import { readShopOrder } from '../../database/shopOrders'
import { transactOnOrder } from '../../database/transactOnOrder'
import type { UseCase } from '../../runtime/call'
import { merchantFace } from './faces'
import { inState, NOT_FOUND } from './refusals'

type Outcome = Result<ShopOrder, Refusal<'SHOP_ORDER_NOT_NOW'>>

export const declineRefund: UseCase<'shopOrders.declineRefund'> = async (call, { orderId, reason }) => {
  const [there, settings] = await Promise.all([readShopOrder(call.cloud, orderId), call.settings()])
  if (!there) return refuse(NOT_FOUND)
  const occasion = { today: call.today, at: call.at, by: `staff:${call.memberId}` } as const
  const outcome = await transactOnOrder<Outcome>(
    call,
    there.member,
    { orderId, with: [] },
    settings,
    (account, { order }) => {
      if (!account || !order) throw new Error(`order ${orderId} is gone`)
      const declined = decide(order, reason, call.at)
      if (!declined.ok) return { answer: refuse(inState(declined.error)) }
      if (declined.value === order) return { answer: ok(order) }
      return {
        next: tell(account, declinedMessage(order, reason, occasion)),
        order: declined.value,
        answer: declined,
      }
    },
  )
  return outcome.ok ? ok(await merchantFace(call.cloud, outcome.value, settings, call.at)) : outcome
}
