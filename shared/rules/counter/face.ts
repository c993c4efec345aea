import type { Instant } from '@shared/kernel/businessDay'
import { sumOf } from '@shared/kernel/sumOf'
import type { Words } from '@shared/kernel/words'
import type { ExplainLine } from '../explain/explanation'
import type { SaleDocument } from '../orders/order'
import { quoteLines } from '../quote/explainQuote'
import { refundSplitLines } from '../quote/explainRefundSplit'
import type { Paid } from '../quote/paid'
import { AT_THE_TILL } from '../quote/paidLines'
import type { Quote } from '../quote/quoted'
import { leftToRefund } from '../quote/refundSplit'
import { standingAt, type CounterRefund, type CounterSale, type CounterStanding } from './counterSale'

/** What a purchase costs and what pays for it, as people read it. */
export interface CounterQuoteFace {
  lines: {
    name: Words
    options: Words[]
    quantity: number
    listFen: number
    paidFen: number
    points: number
  }[]
  listFen: number
  payableFen: number
  pointsUsed: number
  pointsOffFen: number
  paid: Paid
  explanation: ExplainLine[]
}

export function counterQuoteFace(quote: Quote): CounterQuoteFace {
  const { lines, payableFen, points, paid } = quote
  return {
    lines: lines.map(({ name, options, quantity, listFen, paidFen, points: used }) => ({
      name,
      options: [...options],
      quantity,
      listFen,
      paidFen,
      points: used,
    })),
    listFen: sumOf(lines, ({ listFen }) => listFen),
    payableFen,
    pointsUsed: points.used,
    pointsOffFen: sumOf(lines, ({ pointsOffFen }) => pointsOffFen),
    paid,
    explanation: quoteLines(quote, AT_THE_TILL),
  }
}

export interface CounterSaleFace {
  id: string
  standing: CounterStanding
  now: Instant
  askedAt: Instant
  lapsesAt: Instant | null
  quote: CounterQuoteFace
  earned: { points: number; growth: number; releaseDay: string | null } | null
}

/** `order` is what it became once it was charged. */
export function counterSaleFace(
  sale: CounterSale,
  order: Pick<SaleDocument, 'earned'> | null,
  now: Instant,
): CounterSaleFace {
  return {
    id: sale._id,
    standing: standingAt(sale, now),
    now,
    askedAt: sale.askedAt,
    lapsesAt: sale.state === 'waiting' ? sale.lapsesAt : null,
    quote: counterQuoteFace(sale.quote),
    earned: order && {
      points: order.earned.points,
      growth: order.earned.growth,
      releaseDay: order.earned.releaseDay,
    },
  }
}

/** With what went back of it, and what of each line can still go back. */
export function wholeFace(sale: CounterSale, order: Pick<SaleDocument, 'earned'> | null, now: Instant) {
  const refunds = sale.state === 'charged' ? sale.refunds : []
  return {
    ...counterSaleFace(sale, order, now),
    member: sale.member,
    refunds: refunds.map(refundFace),
    left: leftOf(sale),
  }
}

/** What can still be refunded of each line. */
function leftOf(sale: CounterSale) {
  if (sale.state !== 'charged') return sale.quote.lines.map(() => ({ quantity: 0, amountFen: 0 }))
  const splits = sale.refunds.map(({ split }) => split)
  return [...leftToRefund(sale.quote, splits).lines]
}

function refundFace({ id, at, reason, split }: CounterRefund) {
  const { amountFen, freightFen, back, points } = split
  return {
    id,
    at,
    reason,
    amountFen,
    freightFen,
    back,
    points,
    explanation: refundSplitLines(split, AT_THE_TILL),
  }
}
