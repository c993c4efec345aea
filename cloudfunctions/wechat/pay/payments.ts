import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { Result } from '@shared/kernel/result'
import type { PayRefusal } from './payRefusal'

/** What a payment is asked for with. */
export interface PaymentOrder {
  /** 1 to 32 of `0-9 A-Z a-z _ * -`; one number is one payment for ever. */
  readonly outTradeNo: string
  /** What the payer reads in WeChat; at most 127 characters. */
  readonly description: string
  readonly amountFen: Fen
  readonly openid: string
  /** After this nobody can pay it any more. */
  readonly expiresAt: Instant
}

/** What the app hands to `wx.requestPayment`, as it is; good for two hours. */
export interface PaymentParameters {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: 'RSA'
  readonly paySign: string
}

/** Where a payment stands. One that was refunded, in part or whole, stays `paid`: `refunded` says so. */
export type PaymentState =
  | { readonly state: 'waiting' }
  | { readonly state: 'closed' }
  | {
      readonly state: 'paid'
      readonly transactionId: string
      readonly amountFen: Fen
      readonly paidAt: Instant | null
      readonly refunded: boolean
    }

export interface RefundOrder {
  readonly outTradeNo: string
  /** The same one on every retry: it gives the same refund. 1 to 64 characters. */
  readonly outRefundNo: string
  readonly refundFen: Fen
  /** What was paid in all. */
  readonly paidFen: Fen
  /** What the payer reads; at most 80 characters. */
  readonly reason: string
}

/** `abnormal`: the payer's bank took nothing back; a person must settle it in WeChat Pay's own pages. */
export type RefundStatus = 'processing' | 'done' | 'abnormal' | 'closed'

export interface RefundState {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundId: string
  readonly refundFen: Fen
  readonly status: RefundStatus
  readonly doneAt: Instant | null
}

/** One line of a day's bill. */
export type BillLine =
  | {
      readonly kind: 'payment'
      readonly outTradeNo: string
      readonly transactionId: string
      readonly amountFen: Fen
      readonly feeFen: Fen
    }
  | {
      readonly kind: 'refund'
      readonly outTradeNo: string
      readonly transactionId: string
      readonly outRefundNo: string
      readonly refundId: string
      readonly amountFen: Fen
      /** Given back of the fee: zero or negative. */
      readonly feeFen: Fen
    }

/** What WeChat says in a notice, verified. The amount is still to be compared with what was asked for. */
export type PayNotice =
  | {
      readonly kind: 'paid'
      readonly noticeId: string
      readonly outTradeNo: string
      readonly transactionId: string
      readonly amountFen: Fen
      readonly paidAt: Instant
    }
  | {
      readonly kind: 'refunded'
      readonly noticeId: string
      readonly outTradeNo: string
      readonly outRefundNo: string
      readonly refundId: string
      readonly refundFen: Fen
      readonly status: Exclude<RefundStatus, 'processing'>
      readonly doneAt: Instant | null
    }

/** Why a notice is none. */
export type NoticeRefusal =
  | 'unsigned'
  /** WeChat tries out whether signatures are checked. */
  | 'probe'
  | 'unknownKey'
  | 'forged'
  | 'stale'
  | 'unreadable'
  | 'unknownEvent'
  | 'wrongMerchant'
  | 'wrongApp'

/** By names in small letters. */
export type NoticeHeaders = ReadonlyMap<string, string>

/**
 * Taking money by WeChat. Every call may be repeated with the same number: it has one effect. What WeChat refuses is a
 * value; nothing here throws for it.
 */
export interface Payments {
  prepay(order: PaymentOrder, at: Instant): Promise<Result<PaymentParameters, PayRefusal>>
  query(outTradeNo: string): Promise<Result<PaymentState, PayRefusal>>
  /** Nobody can pay it afterwards. `alreadyPaid`: it was too late. */
  close(outTradeNo: string): Promise<Result<'closed', PayRefusal>>
  /** At most 50 for one payment, within a year, never more than was paid. */
  refund(order: RefundOrder): Promise<Result<RefundState, PayRefusal>>
  queryRefund(outRefundNo: string): Promise<Result<RefundState, PayRefusal>>
  /** All payments and refunds of a business day; from ten o'clock of the day after, `notYet` before. */
  bill(day: Day): Promise<Result<readonly BillLine[], PayRefusal>>
  /** A notice as WeChat sent it, at the instant it came. The body is the text of which the signature was made. */
  readNotice(headers: NoticeHeaders, body: string, at: Instant): Result<PayNotice, NoticeRefusal>
}
