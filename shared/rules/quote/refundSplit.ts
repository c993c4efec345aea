import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { addPaid, totalPaid, type Paid } from './paid'
import type { Quote, QuotedLine, UsedCoupon } from './quoted'
import {
  requested,
  type LinePart,
  type OrderPart,
  type RefundRequest,
  type RequestRefusal,
} from './refundRequest'
import { shareOfLeft } from './shareOfLeft'
import { splitBack } from './splitBack'

/** What goes back of one line. */
export interface LineBack {
  readonly quantity: number
  readonly points: number
  readonly amountFen: Fen
  readonly back: Paid
}

/** What one refund gives back, and where to. */
export interface RefundSplit {
  /** Of each line of the order; zeros where nothing goes back. */
  readonly lines: readonly LineBack[]
  readonly freight: Paid
  /** Of goods, and of freight. */
  readonly amountFen: Fen
  readonly freightFen: Fen
  readonly back: Paid
  /** Points that were used and come back. */
  readonly points: number
  /** It is the refund that leaves nothing of the order. */
  readonly isLast: boolean
  readonly couponsBack: readonly UsedCoupon[]
  /** What would come back but is past its last day. */
  readonly couponsLapsed: readonly UsedCoupon[]
}

export type SplitRefusal = RequestRefusal | { readonly code: 'REFUND_NOTHING' }

/**
 * What a refund of an order gives back to each channel: in the proportion of each line, the last refund the rest, so that
 * any sequence of refunds ends where one full refund ends. The order is the quote it was paid by, `earlier` all refunds
 * of it so far. Refuses whole what is not there any more.
 */
export function refundSplit(
  order: Pick<Quote, 'lines' | 'freight' | 'coupons'>,
  earlier: readonly RefundSplit[],
  request: RefundRequest,
  today: Day,
): Result<RefundSplit, SplitRefusal> {
  const left = leftToRefund(order, earlier)
  const part = requested(request, left)
  if (!part.ok) return part
  const lines = order.lines.map((line, i) =>
    lineBack(
      line,
      earlier.flatMap((refund) => refund.lines[i] ?? []),
      left.lines[i] ?? NOTHING_OF_A_LINE,
      part.value.lines[i] ?? NOTHING_OF_A_LINE,
    ),
  )
  const freightBefore = addPaid(earlier.map(({ freight }) => freight))
  const freight = splitBack(part.value.freightFen, order.freight.paid, freightBefore)
  const split = together(lines, freight)
  if (totalPaid(split.back) === 0 && lines.every(({ quantity, points }) => quantity + points === 0))
    return refuse({ code: 'REFUND_NOTHING' })
  const isLast = !isOver(left, order) && isOver(leftToRefund(order, [...earlier, split]), order)
  const [couponsBack, couponsLapsed] = isLast ? byValidity(order.coupons, today) : [[], []]
  return ok({ ...split, isLast, couponsBack, couponsLapsed })
}

const NOTHING_OF_A_LINE: LinePart = { quantity: 0, amountFen: 0 }

type Money = Pick<RefundSplit, 'lines' | 'freight'>

/** What refunds have left of an order that was paid. */
export function leftToRefund(
  { lines, freight }: Pick<Quote, 'lines' | 'freight'>,
  earlier: readonly Money[],
): OrderPart {
  return {
    lines: lines.map(({ quantity, paidFen }, i) => ({
      quantity: quantity - sumOf(earlier, (refund) => refund.lines[i]?.quantity ?? 0),
      amountFen: paidFen - sumOf(earlier, (refund) => refund.lines[i]?.amountFen ?? 0),
    })),
    freightFen: freight.paidFen - sumOf(earlier, (refund) => totalPaid(refund.freight)),
  }
}

/** Nothing is left to go back: no money, and of lines for which nothing was paid no goods. */
function isOver(left: OrderPart, { lines }: Pick<Quote, 'lines'>): boolean {
  const isLineOver = ({ quantity, amountFen }: LinePart, line?: QuotedLine) =>
    amountFen === 0 && (line?.paidFen !== 0 || quantity === 0)
  return left.freightFen === 0 && left.lines.every((each, i) => isLineOver(each, lines[i]))
}

function lineBack(line: QuotedLine, earlier: readonly LineBack[], left: LinePart, part: LinePart): LineBack {
  const pointsLeft = line.points - sumOf(earlier, ({ points }) => points)
  return {
    ...part,
    points: pointsBack(pointsLeft, left, part),
    back: splitBack(part.amountFen, line.paid, addPaid(earlier.map(({ back }) => back))),
  }
}

/** Points come back with goods by their number, with money alone by the amount: a line may be paid by points but for a fen. */
function pointsBack(pointsLeft: number, left: LinePart, part: LinePart): number {
  return part.quantity > 0
    ? shareOfLeft(pointsLeft, part.quantity, left.quantity)
    : shareOfLeft(pointsLeft, part.amountFen, left.amountFen)
}

function together(
  lines: readonly LineBack[],
  freight: Paid,
): Omit<RefundSplit, 'isLast' | 'couponsBack' | 'couponsLapsed'> {
  return {
    lines,
    freight,
    amountFen: sumOf(lines, ({ amountFen }) => amountFen),
    freightFen: totalPaid(freight),
    back: addPaid([...lines.map(({ back }) => back), freight]),
    points: sumOf(lines, ({ points }) => points),
  }
}

function byValidity(coupons: readonly UsedCoupon[], today: Day): [UsedCoupon[], UsedCoupon[]] {
  return [
    coupons.filter((each) => each.validUntil >= today),
    coupons.filter((each) => each.validUntil < today),
  ]
}
