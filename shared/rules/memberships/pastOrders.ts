import { allocate } from '@shared/kernel/allocate'
import { sumOf } from '@shared/kernel/sumOf'
import type { OrderDocument, SaleDocument } from '../orders/order'
import type { ShopOrder } from '../shopOrders/shopOrder'
import type { PastOrder } from './savings'

/** A member's order as savings are told by, less what was refunded; null for one of which nothing is left. */
export function pastOrderOf(
  order: OrderDocument,
  placed: Pick<ShopOrder, 'quote'> | null,
  pointsPerYuan: number,
): PastOrder | null {
  const { _id, placedDay, quantity, amountFen, netFen } = order
  if (netFen <= 0) return null
  const kept = (fen: number): number => allocate(fen, [netFen, amountFen - netFen])[0] ?? 0
  const lines = placed?.quote.lines ?? []
  const offFen = kept(sumOf(lines, ({ priceOffFen }) => priceOffFen))
  return {
    id: _id,
    day: placedDay,
    quantity,
    // Of an order that another system told of nobody knows what it cost before discounts.
    listFen: placed ? kept(sumOf(lines, ({ listFen }) => listFen)) : netFen,
    offFen,
    paidFen: netFen,
    ...(order.kind === 'sale'
      ? ofSale(order)
      : { freightFen: 0, points: earnedAtBase(netFen, pointsPerYuan) }),
  }
}

const ofSale = ({ freightFen, earned, refunds }: SaleDocument) => ({
  freightFen: freightFen - sumOf(refunds, (each) => each.freightFen),
  points: earned.points - sumOf(refunds, (each) => each.takenBackPoints),
})

const earnedAtBase = (fen: number, pointsPerYuan: number): number => Math.floor((fen * pointsPerYuan) / 100)
