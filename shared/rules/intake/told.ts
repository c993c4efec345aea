import type { Day } from '@shared/kernel/day'
import type { OrderDocument, PastOrderDocument, RefundedLine, SaleDocument, SaleLine } from '../orders/order'

/** An order that a system beside the shop tells of. Amounts in fen after every discount. */
export interface ToldOrder {
  readonly orderId: string
  readonly externalId: string
  readonly source: string
  readonly memberId: string
  /** The customer's number in that system; null where the member was named by their OPENID. */
  readonly customer: string | null
  readonly placedAt: number
  readonly placedDay: Day
  readonly lines: readonly SaleLine[]
  readonly freightFen: number
}

/** A refund that it tells of: an amount of the goods, or amounts of lines that make it up; and of the freight. */
export interface ToldRefund {
  readonly refundId: string
  readonly amountFen: number
  readonly freightFen: number
  readonly lines?: readonly RefundedLine[]
}

/** An order of which only refunds were told so far. It lies under the order's own id, so that order and refund cannot miss one another. */
export interface AwaitedOrder {
  readonly _id: string
  readonly schemaVersion: 1
  readonly kind: 'awaited'
  readonly source: string
  readonly externalId: string
  readonly toldAt: number
  readonly waiting: readonly ToldRefund[]
}

export type IntakeOrder = OrderDocument | AwaitedOrder

/** Whether what is told again is what is in. */
export function isSameOrder(order: OrderDocument, told: ToldOrder): boolean {
  if (order.member !== told.memberId) return false
  return order.kind === 'imported' ? isSamePast(order, told) : contentOf(order) === contentOf(told)
}

/** A past order is known by its day and its sum alone. */
function isSamePast(order: PastOrderDocument, told: ToldOrder): boolean {
  const amountFen = told.lines.reduce((sum, line) => sum + line.amountFen, 0)
  return order.placedDay === told.placedDay && order.amountFen === amountFen
}

function contentOf({ placedAt, lines, freightFen }: ToldOrder | SaleDocument): string {
  return JSON.stringify([
    placedAt,
    freightFen,
    lines.map(({ category, product, quantity, amountFen }) => [category, product, quantity, amountFen]),
  ])
}

export function isSameRefund(
  known: Pick<ToldRefund, 'amountFen' | 'freightFen' | 'lines'>,
  told: ToldRefund,
): boolean {
  return refundContent(known) === refundContent(told)
}

function refundContent({ amountFen, freightFen, lines = [] }: Omit<ToldRefund, 'refundId'>): string {
  return JSON.stringify([amountFen, freightFen, lines.map(({ line, amountFen: fen }) => [line, fen])])
}
