import { allocate } from '@shared/kernel/allocate'
import { sumOf } from '@shared/kernel/sumOf'
import type { Benefit } from '../benefits/benefit'
import { amountOf, type Deduction } from '../quote/deduction'
import { totalPaid } from '../quote/paid'
import type { ShopOrder } from '../shopOrders/shopOrder'
import type { TierState } from '../tiers/tierState'
import type { TakenOff } from './refund'

type OfOrder = Pick<ShopOrder, 'placedDay' | 'quote' | 'refunds'>

/**
 * What a paid level took off an order, less the share of what was refunded. A price for members does not say of which level
 * it is: it counts while a paid level holds.
 */
export function takenOffBy(
  levelId: string,
  { placedDay, quote, refunds }: OfOrder,
  { by }: Pick<TierState, 'by'>,
  benefits: readonly Benefit[],
): TakenOff {
  const isOfLevel = ({ of, id }: Deduction): boolean =>
    of === 'memberPrice' ? by === 'paid' : of === 'level' && isBenefitOf(levelId, id, benefits)
  const fen = sumOf(quote.deductions.filter(isOfLevel), amountOf)
  const paidFen = totalPaid(quote.paid)
  const backFen = sumOf(refunds, ({ split }) => totalPaid(split.back))
  return { day: placedDay, fen: paidFen === 0 ? fen : (allocate(fen, [paidFen - backFen, backFen])[0] ?? 0) }
}

const isBenefitOf = (levelId: string, id: string, benefits: readonly Benefit[]): boolean =>
  benefits.some((benefit) => benefit.id === id && benefit.levelId === levelId)
