import { ok } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { SaleDocument } from '@shared/rules/orders/order'
import { readCounterOrders } from '../../database/counterSales'
import { getByIds } from '../../database/documentAccess'
import type { UseCase } from '../../runtime/call'

const PAGE = 20

export const sales: UseCase<'counter.sales'> = async ({ cloud }, { cursor }) => {
  const found = await readCounterOrders(cloud, cursor, PAGE + 1)
  const page = found.slice(0, PAGE).filter((order): order is SaleDocument => order.kind === 'sale')
  const charged = await getByIds(
    cloud,
    'counterSales',
    page.map(({ _id }) => _id),
    { _id: true },
  )
  const ids = new Set(charged.map(({ _id }) => _id))
  const last = found[PAGE - 1]
  return ok({
    sales: page.map((order) => cardOf(order, ids.has(order._id))),
    nextCursor: found.length > PAGE && last ? { at: last.placedAt, id: last._id } : null,
  })
}

function cardOf(order: SaleDocument, isCharged: boolean) {
  const { _id, member, placedAt, quantity, amountFen, freightFen, pointsUsed, refunds, state } = order
  return {
    id: _id,
    member,
    kind: isCharged ? ('charged' as const) : ('recorded' as const),
    at: placedAt,
    quantity,
    amountFen,
    freightFen,
    pointsUsed: pointsUsed.points,
    refundedFen: sumOf(refunds, (refund) => refund.amountFen + refund.freightFen),
    isRefunded: state === 'refunded',
  }
}
