import { ok, refuse } from '@shared/kernel/result'
import { settle } from '@shared/rules/account/settle'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { OrderDocument } from '@shared/rules/orders/order'
import { refundSplitLines } from '@shared/rules/quote/explainRefundSplit'
import { AT_THE_TILL } from '@shared/rules/quote/paidLines'
import { rankOf, tierFace } from '@shared/rules/tiers/face'
import { readCounterSale } from '../../database/counterSales'
import { getById, getByIds } from '../../database/documentAccess'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { refundOf, requestOf } from './refundSale'

export const previewRefund: UseCase<'counter.previewRefund'> = async (call, { id, request }) => {
  const { cloud, today, at } = call
  const known = await readCounterSale(cloud, id)
  if (!known) return refuse({ code: 'COUNTER_SALE_NOT_FOUND' })
  const [found, order, coupons, settings] = await Promise.all([
    readAccount(cloud, known.member),
    getById<OrderDocument>(cloud, 'orders', id),
    getByIds<Coupon>(cloud, 'coupons', known.choices.coupons),
    call.settings(),
  ])
  const account = found && settle(found, today, settings, at)
  const wish = {
    refundId: 'preview',
    request: requestOf(request),
    reason: '',
    by: `staff:${call.memberId}`,
  } as const
  const done = refundOf(call, account, known, order, coupons, wish, settings)
  if (!done.ok) return done
  const { split, taken } = done.value
  const after = settle(done.value.account, today, settings, at)
  const { tiers } = settings
  const faceOf = (levelId: string) => tierFace(tiers, rankOf(tiers, levelId))
  return ok({
    amountFen: split.amountFen,
    freightFen: split.freightFen,
    back: split.back,
    points: split.points,
    lines: split.lines.map(({ quantity, amountFen, points }) => ({ quantity, amountFen, points })),
    explanation: refundSplitLines(split, AT_THE_TILL),
    takenBackPoints: taken.takenBackPoints,
    takenBackGrowth: taken.takenBackGrowth,
    debt: taken.debt,
    couponsBack: split.couponsBack.map(({ name }) => name),
    couponsLapsed: split.couponsLapsed.map(({ name }) => name),
    tier: { before: faceOf(account?.tier.id ?? after.tier.id), after: faceOf(after.tier.id) },
    isLast: split.isLast,
  })
}
