import * as z from 'zod'
import { defineContract } from './contract'
import { day, fen, instant, memberId } from './shapes'

const total = z.strictObject({ count: z.int().min(0), fen })

/** What came of comparing WeChat's bill of a day with the books. */
const billDay = z.strictObject({
  day,
  checkedAt: instant,
  payments: total,
  refunds: total,
  /** What WeChat Pay kept for itself. */
  feeFen: fen,
  /** All of them, however many of them are kept. */
  differenceCount: z.int().min(0),
})

/** Something that the bill and the books say in two ways. */
const billDifference = z.strictObject({
  kind: z.enum(['missingHere', 'missingThere', 'amountDiffers']),
  of: z.enum(['payment', 'refund']),
  /** WeChat Pay's number of the payment or the refund. */
  id: z.string(),
  outTradeNo: z.string(),
  billedFen: fen.nullable(),
  bookedFen: fen.nullable(),
  /** How it stands in the books; null where they do not know it. */
  state: z
    .enum(['open', 'closed', 'paid', 'late', 'asked', 'processing', 'done', 'refused', 'returned', 'byHand'])
    .nullable(),
})

const billCheck = billDay.extend({ differences: z.array(billDifference) })

/** The days whose bills were compared with the books, newest first, a page at a time. */
export const bills = defineContract({
  name: 'payments.bills',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({
    /** Only days with differences. */
    differingOnly: z.boolean().optional(),
    /** What the page before answered as `nextCursor`: the day to go on below. */
    cursor: day.optional(),
  }),
  output: z.strictObject({
    /** False while the shop takes no WeChat Pay: then there are no bills. */
    isSetUp: z.boolean(),
    days: z.array(billDay),
    nextCursor: day.nullable(),
  }),
  errors: [],
})

/** One day's comparison, with what differs. */
export const bill = defineContract({
  name: 'payments.bill',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ day }),
  output: z.strictObject({ check: billCheck }),
  errors: ['BILL_NOT_CHECKED'],
})

/** Compares a day's bill anew, as somebody does who has looked after what differed. It changes no payment and no refund. */
export const checkBill = defineContract({
  name: 'payments.checkBill',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ day }),
  output: z.strictObject({ check: billCheck }),
  errors: ['BILL_NOT_CHECKED', 'PAYMENT_NOT_OFFERED', 'BILL_UNAVAILABLE'],
})

/** Money on its way back to whoever paid by WeChat. */
const refundFace = z.strictObject({
  /** WeChat Pay's number of the refund. */
  id: z.string(),
  outTradeNo: z.string(),
  for: z.enum(['shopOrder', 'topUp', 'membership', 'giftCards']),
  /** The own number of the order, the top-up or the purchase. */
  forId: z.string(),
  member: memberId,
  /** `late`: it was paid when nobody waited for it any more. */
  why: z.enum(['owner', 'late']),
  refundFen: fen,
  reason: z.string(),
  state: z.enum(['asked', 'processing', 'done', 'refused', 'returned', 'byHand']),
  createdAt: instant,
  tries: z.int().min(0),
  /** When WeChat is asked next; null when it is not. */
  nextTryAt: instant.nullable(),
  /** What WeChat said last when it did not do it, in its own words; null when it said nothing of the kind. */
  said: z.string().nullable(),
  /** Why WeChat gives nothing back; null while it may. */
  fault: z.enum(['rejected', 'closed', 'abnormal']).nullable(),
})

const refundPlace = z.strictObject({ at: instant, id: z.string().min(1).max(64) })
const refundId = z.string().regex(/^[0-9A-Za-z_*-]{1,64}$/)

/** Refunds by WeChat, newest first, a page at a time: those that wait for a person, those under way, or those that are over. */
export const refunds = defineContract({
  name: 'payments.refunds',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({
    shelf: z.enum(['refused', 'underWay', 'over']),
    cursor: refundPlace.optional(),
  }),
  output: z.strictObject({
    refunds: z.array(refundFace),
    nextCursor: refundPlace.nullable(),
    /** How many wait for a person. */
    refused: z.int().min(0),
  }),
  errors: [],
})

/** Has a refund that WeChat refused asked for once more, under the same number. */
export const retryRefund = defineContract({
  name: 'payments.retryRefund',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: refundId }),
  output: z.strictObject({ refund: refundFace }),
  errors: ['WECHAT_REFUND_NOT_FOUND', 'WECHAT_REFUND_NOT_REFUSED'],
})

/** Records that a refund that WeChat refused was paid out over the counter. The same again answers as the first time. */
export const settleRefundByHand = defineContract({
  name: 'payments.settleRefundByHand',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: refundId, note: z.string().trim().min(2).max(200) }),
  output: z.strictObject({ refund: refundFace }),
  errors: ['WECHAT_REFUND_NOT_FOUND', 'WECHAT_REFUND_NOT_REFUSED'],
})
