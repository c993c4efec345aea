import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { PayWay, ProductKind } from '@shared/kernel/productKind'

/** What is paid for: a document of somebody else, who books the money. */
export type PaymentFor =
  | { readonly of: 'shopOrder'; readonly orderId: string }
  | { readonly of: 'topUp'; readonly topUpId: string }
  | { readonly of: 'membership'; readonly purchaseId: string }
  | { readonly of: 'giftCards'; readonly purchaseId: string; readonly count: number }

export type PaymentOwnerKind = PaymentFor['of']

interface PaymentBase<Of extends PaymentOwnerKind> {
  /** WeChat Pay's `out_trade_no`: one number is one payment for ever. */
  readonly _id: string
  readonly schemaVersion: 1
  readonly for: Extract<PaymentFor, { readonly of: Of }>
  readonly member: string
  /** Who pays. Needed to ask for the payment; shown to nobody. */
  readonly openid: string
  readonly kind: ProductKind
  /** How it is paid where the shop chose that; absent: as WeChat asks for its kind. */
  readonly way?: PayWay
  /** What the payer reads in WeChat. */
  readonly description: string
  readonly amountFen: Fen
  readonly createdAt: Instant
  /** After this nobody can pay it any more. */
  readonly expiresAt: Instant
  /** When WeChat is to be asked about it; 0 when nothing is due. */
  readonly dueAt: Instant
  /** The day of the bill that it was found in. */
  readonly billedDay?: Day
}

/** What WeChat says of a payment that was made. */
export interface Receipt {
  readonly transactionId: string
  readonly amountFen: Fen
  readonly paidAt: Instant
}

/**
 * Money by WeChat for one thing. `open` while it can be paid; `paid` once it is booked; `closed` when nobody waits for it
 * any more; `late` when it was paid all the same: the payer gets it all back by the refund that is named.
 */
export type Payment<Of extends PaymentOwnerKind = PaymentOwnerKind> = PaymentBase<Of> &
  (
    | { readonly state: 'open' }
    | { readonly state: 'closed'; readonly closedAt: Instant }
    | { readonly state: 'paid'; readonly transactionId: string; readonly paidAt: Instant }
    | {
        readonly state: 'late'
        readonly transactionId: string
        readonly paidAt: Instant
        readonly refund: string
      }
  )

export type PaymentState = Payment['state']

/** Where each state is reached from. Nothing leads out of `paid` and `late`. */
const PAYMENT_MOVES: Readonly<Record<Exclude<PaymentState, 'open'>, readonly PaymentState[]>> = {
  paid: ['open'],
  closed: ['open'],
  late: ['open', 'closed'],
}

export interface NewPayment<Of extends PaymentOwnerKind = PaymentOwnerKind> {
  /** 1 to 32 of `0-9 A-Z a-z _ * -`. */
  readonly outTradeNo: string
  readonly for: Extract<PaymentFor, { readonly of: Of }>
  readonly member: string
  readonly openid: string
  readonly kind: ProductKind
  readonly way?: PayWay
  /** At most 127 characters are kept, which is what WeChat shows. */
  readonly description: string
  readonly amountFen: Fen
  readonly expiresAt: Instant
}

const OUT_TRADE_NO = /^[0-9A-Za-z_*-]{1,32}$/
const MOST_CHARACTERS = 127
/** A notice may get lost: so often WeChat is asked about a payment that can still be made. */
const LOOK_EVERY_MS = 5 * 60_000

/** A payment that can be made. Throws on what WeChat would never take. */
export function newPayment<Of extends PaymentOwnerKind>(asked: NewPayment<Of>, at: Instant): Payment<Of> {
  const { outTradeNo, description, amountFen, expiresAt, ...rest } = asked
  if (!OUT_TRADE_NO.test(outTradeNo)) throw new RangeError(`a payment cannot be called ${outTradeNo}`)
  if (!Number.isInteger(amountFen) || amountFen < 1)
    throw new RangeError(`a payment of ${amountFen} fen is none`)
  if (expiresAt <= at) throw new RangeError('a payment must end after it begins')
  const payment = {
    _id: outTradeNo,
    schemaVersion: 1,
    ...rest,
    description: [...description].slice(0, MOST_CHARACTERS).join(''),
    amountFen,
    createdAt: at,
    expiresAt,
    dueAt: 0,
    state: 'open',
  } as const
  return { ...payment, dueAt: nextLook(payment, at) }
}

/** When WeChat is asked again about a payment that is open: now and then, and when its time is over. */
export function nextLook({ expiresAt }: Pick<Payment, 'expiresAt'>, at: Instant): Instant {
  return at < expiresAt ? Math.min(at + LOOK_EVERY_MS, expiresAt) : at + LOOK_EVERY_MS
}

/** Booked. The same receipt again changes nothing; throws when it is not open: whoever calls must have looked. */
export function asPaid<Of extends PaymentOwnerKind>(payment: Payment<Of>, receipt: Receipt): Payment<Of> {
  if (payment.state === 'paid' && payment.transactionId === receipt.transactionId) return payment
  assertMay(payment, 'paid')
  const { transactionId, paidAt } = receipt
  return { ...(payment as PaymentBase<Of>), state: 'paid', transactionId, paidAt, dueAt: 0 }
}

/**
 * Nobody waits for it any more; WeChat is still to be told, and is due to be. One that is closed stays as it is. Throws
 * when it was paid.
 */
export function asClosed<Of extends PaymentOwnerKind>(payment: Payment<Of>, at: Instant): Payment<Of> {
  if (payment.state === 'closed') return payment
  assertMay(payment, 'closed')
  return { ...(payment as PaymentBase<Of>), state: 'closed', closedAt: at, dueAt: at }
}

/** Paid when nobody waited for it: goes back by this refund. */
export function asLate(payment: Payment, { transactionId, paidAt }: Receipt, refund: string): Payment {
  assertMay(payment, 'late')
  return {
    ...(payment as PaymentBase<PaymentOwnerKind>),
    state: 'late',
    transactionId,
    paidAt,
    refund,
    dueAt: 0,
  }
}

function assertMay({ _id, state }: Payment, to: Exclude<PaymentState, 'open'>): void {
  if (!PAYMENT_MOVES[to].includes(state)) throw new Error(`payment ${_id} is ${state} and cannot be ${to}`)
}
