import * as z from 'zod'
import { defineContract } from './contract'
import { QUOTE_ERRORS } from './quoteErrors'
import {
  bill,
  counterCoupon,
  counterMember,
  counterQuote,
  counterRefund,
  counterSale,
  counterSaleCard,
  counterSaleWhole,
  saleId,
  salePlace,
  seen,
  visit,
} from './counterShapes'
import { fen, instant, points } from './shapes'
import { refundPreview, seenRefund } from './shopOrderShapes'

/** Who holds this code: opens a visit of theirs at this till, for a quarter of an hour. Uses nothing up. */
export const scan = defineContract({
  name: 'counter.scan',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ code: z.string().min(1).max(512) }),
  output: z.strictObject({
    visit,
    /** The server's time, and until when the visit is open by it. */
    now: instant,
    openUntil: instant,
    member: counterMember,
    coupons: z.array(counterCoupon.shape.coupon),
    /** Taking more than this in stored value and points the member confirms; null: never. */
    confirmAboveFen: fen.nullable(),
  }),
  errors: ['MEMBER_CODE_UNKNOWN', 'MEMBER_CODE_EXPIRED', 'MEMBER_CODE_USED'],
})

/** What a bill costs this member, and what would pay for it: the balance first, the rest in cash. Nothing is written. */
export const quote = defineContract({
  name: 'counter.quote',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject(bill),
  output: z.strictObject({
    quote: counterQuote,
    /** Handed back with the charge. */
    seen,
    coupons: z.array(counterCoupon),
    points: z.strictObject({
      have: points,
      /** The most that this bill takes of them. */
      most: points,
      step: points,
      minimum: points,
    }),
    /** The member will be asked on their own phone. */
    needsConfirmation: z.boolean(),
  }),
  errors: ['COUNTER_VISIT_OVER', ...QUOTE_ERRORS],
})

/**
 * Charges what was quoted: stored value, points and coupons are gone, and the rest is cash at the till. Above the limit it
 * waits for the member. A code is charged once: the same bill again is answered as the first time, another one refused.
 */
export const charge = defineContract({
  name: 'counter.charge',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({ ...bill, seen }),
  output: counterSale,
  errors: ['COUNTER_VISIT_OVER', ...QUOTE_ERRORS, 'QUOTE_CHANGED', 'MEMBER_CODE_USED'],
})

/** How a purchase stands: the till looks while the member is asked. */
export const read = defineContract({
  name: 'counter.read',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ id: saleId }),
  output: counterSaleWhole,
  errors: ['COUNTER_SALE_NOT_FOUND'],
})

/** The till takes back what it asks the member for. */
export const withdraw = defineContract({
  name: 'counter.withdraw',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({ id: saleId }),
  output: counterSale,
  errors: ['COUNTER_SALE_NOT_FOUND', 'COUNTER_SALE_OVER'],
})

/** What the member is asked to confirm now; as a rule nothing or one. */
export const pending = defineContract({
  name: 'counter.pending',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({ sales: z.array(counterSale) }),
  errors: [],
})

/** The member's own yes. What is not as it was shown any more is refused, and the till asks anew. */
export const confirm = defineContract({
  name: 'counter.confirm',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ id: saleId }),
  output: counterSale,
  errors: [...QUOTE_ERRORS, 'QUOTE_CHANGED', 'COUNTER_SALE_NOT_FOUND', 'COUNTER_SALE_OVER'],
})

export const decline = defineContract({
  name: 'counter.decline',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ id: saleId }),
  output: counterSale,
  errors: ['COUNTER_SALE_NOT_FOUND', 'COUNTER_SALE_OVER'],
})

/** What was sold at the counter, the latest first. */
export const sales = defineContract({
  name: 'counter.sales',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ cursor: salePlace.optional() }),
  output: z.strictObject({ sales: z.array(counterSaleCard), nextCursor: salePlace.nullable() }),
  errors: [],
})

const REFUND_ERRORS = [
  'COUNTER_SALE_NOT_FOUND',
  'COUNTER_NOT_CHARGED',
  'REFUND_TOO_MUCH',
  'REFUND_NOTHING',
  'REFUND_LINE_MISSING',
  'REFUND_LINE_TWICE',
  'REFUND_LINE_TOO_MUCH',
  'REFUND_QUANTITY_TOO_MUCH',
  'REFUNDS_TOO_MANY',
] as const

/** What a refund of a charged purchase would give back, where to, and what it takes along. Nothing is written. */
export const previewRefund = defineContract({
  name: 'counter.previewRefund',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ id: saleId, request: counterRefund }),
  output: refundPreview,
  errors: REFUND_ERRORS,
})

/** Refunds as it was previewed. The same request again is answered with the same refund. */
export const refund = defineContract({
  name: 'counter.refund',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({
    id: saleId,
    request: counterRefund,
    reason: z.string().trim().min(1).max(120),
    seen: seenRefund,
  }),
  output: counterSaleWhole.extend({ refundId: z.string() }),
  errors: [...REFUND_ERRORS, 'REFUND_CHANGED'],
})
