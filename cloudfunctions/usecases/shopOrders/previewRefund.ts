import type { OutputOf } from '@shared/contracts'
import { ok, refuse } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { refundSplitLines } from '@shared/rules/quote/explainRefundSplit'
import type { Settings } from '@shared/rules/settings/settings'
import { refundOrder, type RefundedOrder } from '@shared/rules/shopOrders/refund'
import { notNow } from '@shared/rules/shopOrders/shopOrder'
import { readShopOrder } from '../../database/shopOrders'
import type { UseCase } from '../../runtime/call'
import { tierOf } from './faces'
import { refundContext } from './refundContext'
import { inState, NOT_FOUND, splitRefusal } from './refusals'
import { requestOf } from './requests'

/** The very refund, made on what is there and thrown away. */
export const previewRefund: UseCase<'shopOrders.previewRefund'> = async (call, { orderId, request }) => {
  const [order, settings] = await Promise.all([readShopOrder(call.cloud, orderId), call.settings()])
  if (!order) return refuse(NOT_FOUND)
  const context = await refundContext(call, order, settings)
  if (!context) return refuse(inState(notNow(order)))
  const { account, sale, coupons } = context
  const by = `staff:${call.memberId}` as const
  const occasion = { today: call.today, at: call.at, by }
  const wanted = requestOf(request)
  const wish = { refundId: 'preview', request: wanted, reason: '', by }
  const refunded = refundOrder(account, order, sale, coupons, wish, settings, occasion)
  if (refunded.ok) return ok(previewOf(account, refunded.value, settings))
  const { error } = refunded
  if (error.code === 'REFUNDS_TOO_MANY') return refuse({ code: error.code, data: { most: error.most } })
  return refuse(splitRefusal(error, order, wanted))
}

function previewOf(
  before: Account,
  { account, split, taken }: RefundedOrder,
  settings: Settings,
): OutputOf<'shopOrders.previewRefund'> {
  const { amountFen, freightFen, back, points, lines, couponsBack, couponsLapsed, isLast } = split
  return {
    amountFen,
    freightFen,
    back,
    points,
    lines: lines.map((line) => ({ quantity: line.quantity, amountFen: line.amountFen, points: line.points })),
    explanation: refundSplitLines(split),
    takenBackPoints: taken.takenBackPoints,
    takenBackGrowth: taken.takenBackGrowth,
    debt: taken.debt,
    couponsBack: couponsBack.map(({ name }) => name),
    couponsLapsed: couponsLapsed.map(({ name }) => name),
    tier: { before: tierOf(before, settings), after: tierOf(account, settings) },
    isLast,
  }
}
