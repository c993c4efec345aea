import { allocate } from '@shared/kernel/allocate'
import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { assertAtLeast } from './cart'
import { shareOfLeft } from './shareOfLeft'

/** What is to be refunded: all that is left; goods or amounts of lines; an amount of the goods as a whole. Freight is told apart. */
export type RefundRequest =
  | { readonly of: 'rest' }
  | { readonly of: 'lines'; readonly lines: readonly LineRequest[]; readonly freightFen: Fen }
  | { readonly of: 'amount'; readonly amountFen: Fen; readonly freightFen: Fen }

/** Of a line, by its place: so many goods, or so much money. */
type LineRequest =
  { readonly line: number; readonly quantity: number } | { readonly line: number; readonly amountFen: Fen }

/** What is left of a line, or is to go back of it. */
export interface LinePart {
  readonly quantity: number
  readonly amountFen: Fen
}

/** What is left of an order, or is to go back of it. */
export interface OrderPart {
  readonly lines: readonly LinePart[]
  readonly freightFen: Fen
}

export type RequestRefusal =
  | { readonly code: 'REFUND_TOO_MUCH'; readonly leftFen: Fen; readonly leftFreightFen: Fen }
  | { readonly code: 'REFUND_LINE_UNKNOWN' | 'REFUND_LINE_TWICE'; readonly line: number }
  | {
      readonly code: 'REFUND_LINE_TOO_MUCH'
      readonly line: number
      readonly leftQuantity: number
      readonly leftFen: Fen
    }

/** What a request means for each line, given what is left of the order; refuses whole what is not there. */
export function requested(request: RefundRequest, left: OrderPart): Result<OrderPart, RequestRefusal> {
  if (request.of === 'rest') return ok(left)
  assertAtLeast(0, request.freightFen, 'freightFen')
  const leftFen = sumOf(left.lines, ({ amountFen }) => amountFen)
  const tooMuch = { code: 'REFUND_TOO_MUCH', leftFen, leftFreightFen: left.freightFen } as const
  if (request.freightFen > left.freightFen) return refuse(tooMuch)
  const { freightFen } = request
  if (request.of === 'lines') {
    const lines = requestedLines(request.lines, left.lines)
    return lines.ok ? ok({ lines: lines.value, freightFen }) : lines
  }
  assertAtLeast(0, request.amountFen, 'amountFen')
  if (request.amountFen > leftFen) return refuse(tooMuch)
  return ok({ lines: spread(request.amountFen, leftFen, left.lines), freightFen })
}

/** An amount of the whole goes to each line by what is left of it; one that takes everything takes the goods too. */
function spread(amountFen: Fen, leftFen: Fen, left: readonly LinePart[]): readonly LinePart[] {
  if (amountFen === leftFen) return left
  const amounts = allocate(
    amountFen,
    left.map((line) => line.amountFen),
  )
  return amounts.map((fen) => ({ quantity: 0, amountFen: fen }))
}

function requestedLines(
  wanted: readonly LineRequest[],
  left: readonly LinePart[],
): Result<readonly LinePart[], RequestRefusal> {
  const parts: LinePart[] = left.map(() => ({ quantity: 0, amountFen: 0 }))
  const seen = new Set<number>()
  for (const each of wanted) {
    const { line } = each
    const there = left[line]
    if (!there) return refuse({ code: 'REFUND_LINE_UNKNOWN', line })
    if (seen.has(line)) return refuse({ code: 'REFUND_LINE_TWICE', line })
    seen.add(line)
    const asked = 'quantity' in each ? each.quantity : each.amountFen
    assertAtLeast(0, asked, 'what is to go back of a line')
    const most = 'quantity' in each ? there.quantity : there.amountFen
    if (asked > most) {
      return refuse({
        code: 'REFUND_LINE_TOO_MUCH',
        line,
        leftQuantity: there.quantity,
        leftFen: there.amountFen,
      })
    }
    parts[line] = 'quantity' in each ? pieces(each.quantity, there) : { quantity: 0, amountFen: asked }
  }
  return ok(parts)
}

/** Goods that come back take their share of the money that is left of their line; the last of them takes the rest. */
const pieces = (quantity: number, left: LinePart): LinePart => ({
  quantity,
  amountFen: shareOfLeft(left.amountFen, quantity, left.quantity),
})
