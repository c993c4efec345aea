import type { Fen } from '@shared/kernel/fen'
import { sumOf } from '@shared/kernel/sumOf'
import type { Payment, PaymentState } from './payment'
import type { Refund, RefundState } from './refund'

/** A line of WeChat's bill of a day, as far as it is compared. */
export interface BilledLine {
  readonly kind: 'payment' | 'refund'
  /** The payment, or the refund: `out_trade_no` or `out_refund_no`. */
  readonly id: string
  /** The payment that it is, or is a refund of. */
  readonly outTradeNo: string
  readonly amountFen: Fen
}

/**
 * Something that the bill and the books say in two ways. `missingHere`: WeChat moved money that is not booked so.
 * `missingThere`: it is booked, and WeChat's bills do not have it.
 */
export interface BillDifference {
  readonly kind: 'missingHere' | 'missingThere' | 'amountDiffers'
  readonly of: BilledLine['kind']
  readonly id: string
  readonly outTradeNo: string
  /** What WeChat says, what the books say; null where there is nothing. */
  readonly billedFen: Fen | null
  readonly bookedFen: Fen | null
  /** How it stands in the books; null where they do not know it. */
  readonly state: PaymentState | RefundState | null
}

/** What the books know of it, by its number. */
export interface Booked {
  readonly payments: ReadonlyMap<string, Payment>
  readonly refunds: ReadonlyMap<string, Refund>
}

/** Money is booked as come in, whether it stays or goes back at once. */
const CAME_IN: readonly PaymentState[] = ['paid', 'late']
/** WeChat bills a refund when it takes it up; the answer may still be on its way to us. */
const MAY_BE_BILLED: readonly RefundState[] = ['asked', 'processing', 'done', 'refused']

/**
 * Compares a day's bill with the books: each line with what is booked under its number, and what is booked as done on the
 * day (`unbilled`) with all bills so far. Nothing is left out for being small.
 */
export function reconcile(
  lines: readonly BilledLine[],
  booked: Booked,
  unbilled: { readonly payments: readonly Payment[]; readonly refunds: readonly Refund[] },
): BillDifference[] {
  const billed = new Set(lines.map(({ kind, id }) => `${kind} ${id}`))
  return [
    ...lines.flatMap((line) => differenceOf(line, booked)),
    ...unbilled.payments.filter(({ _id }) => !billed.has(`payment ${_id}`)).map(paymentMissingThere),
    ...unbilled.refunds.filter(({ _id }) => !billed.has(`refund ${_id}`)).map(refundMissingThere),
  ]
}

function differenceOf(line: BilledLine, booked: Booked): BillDifference[] {
  const { state, fen, isSo } = line.kind === 'payment' ? paymentOf(line, booked) : refundOf(line, booked)
  const { kind: of, id, outTradeNo, amountFen } = line
  const found = { of, id, outTradeNo, billedFen: amountFen, bookedFen: isSo ? fen : null, state }
  if (!isSo) return [{ kind: 'missingHere', ...found }]
  return fen === amountFen ? [] : [{ kind: 'amountDiffers', ...found }]
}

interface Found {
  readonly state: BillDifference['state']
  readonly fen: Fen | null
  readonly isSo: boolean
}

const NOTHING: Found = { state: null, fen: null, isSo: false }

function paymentOf({ id }: BilledLine, { payments }: Booked): Found {
  const payment = payments.get(id)
  if (!payment) return NOTHING
  return { state: payment.state, fen: payment.amountFen, isSo: CAME_IN.includes(payment.state) }
}

function refundOf({ id, outTradeNo }: BilledLine, { refunds }: Booked): Found {
  const refund = refunds.get(id)
  if (refund?.payment !== outTradeNo) return NOTHING
  return { state: refund.state, fen: refund.refundFen, isSo: MAY_BE_BILLED.includes(refund.state) }
}

const paymentMissingThere = ({ _id, amountFen, state }: Payment): BillDifference => ({
  kind: 'missingThere',
  of: 'payment',
  id: _id,
  outTradeNo: _id,
  billedFen: null,
  bookedFen: amountFen,
  state,
})

const refundMissingThere = ({ _id, payment, refundFen, state }: Refund): BillDifference => ({
  kind: 'missingThere',
  of: 'refund',
  id: _id,
  outTradeNo: payment,
  billedFen: null,
  bookedFen: refundFen,
  state,
})

/** What the lines of one kind come to. */
export function totalOf(
  lines: readonly BilledLine[],
  kind: BilledLine['kind'],
): { readonly count: number; readonly fen: Fen } {
  const these = lines.filter((line) => line.kind === kind)
  return { count: these.length, fen: sumOf(these, ({ amountFen }) => amountFen) }
}
