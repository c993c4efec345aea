import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'

/** An order that a shop's old system knows, as one row of its file says it. */
export interface OrderRow {
  /** The customer's number in that system. */
  readonly customer: string
  readonly openid?: string
  /** The order's own number, where the system gave it one. */
  readonly order?: string
  readonly placedDay: Day
  readonly quantity: number
  readonly amountFen: Fen
}

/** A past order under the id that makes a repetition of it the same order. */
export interface IdentifiedRow extends OrderRow {
  readonly externalId: string
}
