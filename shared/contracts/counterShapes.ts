import * as z from 'zod'
import { couponFace, couponId } from './couponShapes'
import { explainLine } from './explain'
import { day, fen, growth, instant, memberId, points, tierFace, words } from './shapes'
import { choices, paid, refundFace, seenQuote } from './shopOrderShapes'
import { MOST_OF_ONE, shopCode, sku } from './shopShapes'

/** What a scanned code opens for the clerk who scanned it. */
export const visit = z.string().min(1).max(200)

/** The number of a sale at the counter, which is that of its order too. */
export const saleId = z.string().regex(/^counter:[A-Za-z0-9_-]{1,48}$/)

/** What is sold: an amount typed in, or goods of the shop. */
const counterLine = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('amount'),
    /** What one costs before anything is taken off. */
    amountFen: fen.min(1).max(100_000_000),
    quantity: z.int().min(1).max(MOST_OF_ONE),
    category: shopCode.nullable(),
  }),
  z.strictObject({ of: z.literal('goods'), sku, quantity: z.int().min(1).max(MOST_OF_ONE) }),
])

/** What a quote is made of. */
export const bill = { visit, lines: z.array(counterLine).min(1).max(50), choices }

/** What a purchase costs and what pays for it; `wechat` is what is paid at the till. */
export const counterQuote = z.strictObject({
  lines: z.array(
    z.strictObject({
      name: words,
      options: z.array(words),
      quantity: z.int(),
      listFen: fen,
      paidFen: fen,
      points,
    }),
  ),
  listFen: fen,
  payableFen: fen,
  pointsUsed: points,
  /** What points take off. */
  pointsOffFen: fen,
  paid,
  explanation: z.array(explainLine),
})

/** A member as the till sees them. */
export const counterMember = z.strictObject({
  id: memberId,
  tier: tierFace.nullable(),
  joinedDay: day,
  points,
  /** What can be spent of it. */
  balance: z.strictObject({ principalFen: fen, bonusFen: fen }),
})

/** A coupon beside a bill. */
export const counterCoupon = z.strictObject({
  coupon: couponFace,
  id: couponId,
  isChosen: z.boolean(),
  /** What it takes off beside what is chosen; null where it cannot be used with this bill. */
  offFen: fen.nullable(),
})

export const seen = seenQuote

/** How a purchase at the counter stands; `lapsed`: nobody confirmed it in time. */
const standing = z.enum(['waiting', 'charged', 'declined', 'withdrawn', 'lapsed'])

/** A purchase at the counter. */
export const counterSale = z.strictObject({
  id: saleId,
  standing,
  /** The server's time. */
  now: instant,
  askedAt: instant,
  /** Until when the member can confirm; null unless they are asked. */
  lapsesAt: instant.nullable(),
  quote: counterQuote,
  /** What it earned; null until it is charged. */
  earned: z.strictObject({ points, growth, releaseDay: day.nullable() }).nullable(),
})

/** What is to be refunded: all that is left, lines by their place (the first is 0), or an amount of the whole. */
export const counterRefund = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('rest') }),
  z.strictObject({
    of: z.literal('lines'),
    lines: z
      .array(z.strictObject({ line: z.int().min(0), quantity: z.int().min(0).max(MOST_OF_ONE) }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ of: z.literal('amount'), amountFen: fen.min(0).max(10_000_000_000) }),
])

/** A charged purchase with what went back of it. */
export const counterSaleWhole = counterSale.extend({
  member: memberId,
  refunds: z.array(refundFace.omit({ wechat: true })),
  /** What can still be refunded of each line. */
  left: z.array(z.strictObject({ quantity: z.int(), amountFen: fen })),
})

/** A sale at the counter in a list: charged by a code, or recorded without one. */
export const counterSaleCard = z.strictObject({
  id: saleId,
  member: memberId,
  kind: z.enum(['charged', 'recorded']),
  at: instant,
  quantity: z.int(),
  amountFen: fen,
  freightFen: fen,
  pointsUsed: points,
  refundedFen: fen,
  isRefunded: z.boolean(),
})

export const salePlace = z.strictObject({ at: instant, id: saleId })
