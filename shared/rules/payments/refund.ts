import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { PayWay, ProductKind } from '@shared/kernel/productKind'
import type { Payment, PaymentFor, PaymentOwnerKind } from './payment'

interface RefundBase<Of extends PaymentOwnerKind> {
  /** WeChat Pay's `out_refund_no`: the same on every try. */
  readonly _id: string
  readonly schemaVersion: 1
  readonly payment: string
  readonly for: Extract<PaymentFor, { readonly of: Of }>
  readonly member: string
  readonly kind: ProductKind
  /** How its payment was made, where the shop chose that. */
  readonly way?: PayWay
  /** `late`: the payment came when nobody waited for it. `owner`: whoever the money was booked for gives it back. */
  readonly why: 'owner' | 'late'
  readonly refundFen: Fen
  /** What was paid in all. */
  readonly paidFen: Fen
  /** What the payer reads in WeChat. */
  readonly reason: string
  readonly createdAt: Instant
  readonly tries: number
  /** What WeChat said last when it did not do it; null when it said nothing of the kind. */
  readonly said: string | null
  /** When WeChat is to be asked, or asked about it; 0 when nothing is due. */
  readonly dueAt: Instant
  /** The day of the bill that it was found in. */
  readonly billedDay?: Day
}

/** Why WeChat gave nothing back. */
export interface RefundFault {
  /**
   * `rejected`: WeChat never took it up. `closed`: it took it up and ended it. `abnormal`: the payer's bank takes nothing
   * back, and a person can still send it another way in WeChat Pay's own pages.
   */
  readonly kind: 'rejected' | 'closed' | 'abnormal'
  /** WeChat's own code and words. */
  readonly code: string
  readonly message: string
  readonly at: Instant
}

/** By whom and how something was settled that WeChat did not give back. */
export interface ByHand {
  readonly by: string
  readonly at: Instant
  readonly note: string
}

/**
 * Money back to whoever paid. `asked` until WeChat takes it up, `processing` until it says that the payer has it (`done`).
 * `refused` waits for a person, who has it asked for again or settles it `byHand`; `returned`: what was taken out for it
 * was put back where it was, and nothing is owed any more.
 */
export type Refund<Of extends PaymentOwnerKind = PaymentOwnerKind> = RefundBase<Of> &
  (
    | { readonly state: 'asked' | 'processing' }
    | { readonly state: 'done'; readonly refundId: string; readonly doneAt: Instant }
    | { readonly state: 'refused' | 'returned'; readonly fault: RefundFault }
    | { readonly state: 'byHand'; readonly fault: RefundFault; readonly byHand: ByHand }
  )

export type RefundState = Refund['state']

/** Where each state is reached from. WeChat may still give back what it called abnormal: from its own pages. */
const REFUND_MOVES: Readonly<Record<RefundState, readonly RefundState[]>> = {
  asked: ['refused'],
  processing: ['asked'],
  done: ['asked', 'processing', 'refused'],
  refused: ['asked', 'processing'],
  returned: ['asked', 'processing'],
  byHand: ['refused'],
}

export interface NewRefund {
  /** 1 to 64 of `0-9 A-Z a-z _ * -`. */
  readonly outRefundNo: string
  readonly refundFen: Fen
  /** At most 80 characters are kept. */
  readonly reason: string
  readonly why?: 'late'
}

const OUT_REFUND_NO = /^[0-9A-Za-z_*-]{1,64}$/
const MOST_CHARACTERS = 80

/** Money that is to go back, due at once. Throws on more than was paid, and on a payment that was not. */
export function newRefund<Of extends PaymentOwnerKind>(
  payment: Payment<Of>,
  { outRefundNo, refundFen, reason, why }: NewRefund,
  at: Instant,
): Refund<Of> {
  if (!OUT_REFUND_NO.test(outRefundNo)) throw new RangeError(`a refund cannot be called ${outRefundNo}`)
  if (!Number.isInteger(refundFen) || refundFen < 1 || refundFen > payment.amountFen)
    throw new RangeError(`${refundFen} fen cannot be given back of ${payment.amountFen}`)
  if (payment.state !== 'paid' && payment.state !== 'late')
    throw new Error(`payment ${payment._id} is ${payment.state}: there is nothing to give back`)
  return {
    _id: outRefundNo,
    schemaVersion: 1,
    payment: payment._id,
    for: payment.for,
    member: payment.member,
    kind: payment.kind,
    ...(payment.way ? { way: payment.way } : {}),
    why: why ?? 'owner',
    refundFen,
    paidFen: payment.amountFen,
    reason: [...reason].slice(0, MOST_CHARACTERS).join(''),
    createdAt: at,
    tries: 0,
    said: null,
    dueAt: at,
    state: 'asked',
  }
}

const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 60 * 60_000

/** Whether it was done is not known yet, or it was not for now: to be asked again, after a growing wait. */
export function asTriedInVain(refund: Refund, said: string, at: Instant): Refund {
  return { ...refund, tries: refund.tries + 1, said, dueAt: at + waitAfter(refund) }
}

/** WeChat has taken it up; it is asked now and then whether the payer has it. */
export function asProcessing(refund: Refund, at: Instant): Refund {
  if (refund.state !== 'processing') assertMay(refund, 'processing')
  const base = refund as RefundBase<PaymentOwnerKind>
  return { ...base, tries: refund.tries + 1, said: null, dueAt: at + waitAfter(refund), state: 'processing' }
}

function waitAfter({ tries }: Refund): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10))
}

/** The payer has the money back. The same again changes nothing. */
export function asDone(refund: Refund, { refundId, doneAt }: { refundId: string; doneAt: Instant }): Refund {
  if (refund.state === 'done' && refund.refundId === refundId) return refund
  assertMay(refund, 'done')
  const base = refund as RefundBase<PaymentOwnerKind>
  return { ...base, state: 'done', refundId, doneAt, said: null, dueAt: 0 }
}

/** WeChat gave nothing back, and a person must look. */
export function asRefused<Of extends PaymentOwnerKind>(refund: Refund<Of>, fault: RefundFault): Refund<Of> {
  assertMay(refund, 'refused')
  return { ...(refund as RefundBase<Of>), state: 'refused', fault, dueAt: 0 }
}

/**
 * WeChat gave nothing back, and what had been taken out for it is put back by the same commit: it is never asked for
 * again. Not where WeChat may still pay it: that would give it twice.
 */
export function asReturned<Of extends PaymentOwnerKind>(refund: Refund<Of>, fault: RefundFault): Refund<Of> {
  if (fault.kind === 'abnormal') throw new Error(`refund ${refund._id} may still be paid by WeChat`)
  assertMay(refund, 'returned')
  return { ...(refund as RefundBase<Of>), state: 'returned', fault, dueAt: 0 }
}

/** A person has it asked for once more. */
export function asAskedAgain(refund: Refund, at: Instant): Refund {
  assertMay(refund, 'asked')
  return { ...(refund as RefundBase<PaymentOwnerKind>), state: 'asked', tries: 0, said: null, dueAt: at }
}

/** A person gave the money back another way. */
export function asSettledByHand(refund: Refund, byHand: ByHand): Refund {
  assertMay(refund, 'byHand')
  if (refund.state !== 'refused') throw new Error(`refund ${refund._id} has no fault`)
  return {
    ...(refund as RefundBase<PaymentOwnerKind>),
    state: 'byHand',
    fault: refund.fault,
    byHand,
    dueAt: 0,
  }
}

function assertMay({ _id, state }: Refund, to: RefundState): void {
  if (!REFUND_MOVES[to].includes(state)) throw new Error(`refund ${_id} is ${state} and cannot be ${to}`)
}
