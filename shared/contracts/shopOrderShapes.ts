import * as z from 'zod'
import type { SeenQuote } from '@shared/rules/quote/sameQuote'
import { couponFace, couponId } from './couponShapes'
import { explainLine } from './explain'
import { day, fen, growth, instant, points, tierFace, words } from './shapes'
import { MOST_IN_CART, MOST_OF_ONE, sku } from './shopShapes'

/** Coupons that one order takes at most. */
const MOST_COUPONS = 10

/** The number of an order, which is the number of its payment too. */
export const shopOrderId = z.string().regex(/^[0-9A-Za-z_-]{1,28}$/)

const amountFen = fen.min(0).max(10_000_000_000)

/** What is to be bought; each SKU once. */
export const wantedLines = z
  .array(z.strictObject({ sku, quantity: z.int().min(1).max(MOST_OF_ONE) }))
  .min(1)
  .max(MOST_IN_CART)

/** What the member chose to pay with. */
export const choices = z.strictObject({
  coupons: z.array(couponId).max(MOST_COUPONS),
  points: points.min(0).max(1_000_000_000),
  /** None of the stored value, as far as it reaches, or up to an amount. */
  balance: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('none') }),
    z.strictObject({ of: z.literal('all') }),
    z.strictObject({ of: z.literal('upTo'), amountFen }),
  ]),
})

/** An amount of each way of paying, in fen. */
export const paid = z.strictObject({ bonus: fen, principal: fen, wechat: fen })

/** What was shown of a quote, handed back as it came: an order that would not be the same is refused. */
export const seenQuote: z.ZodType<SeenQuote, SeenQuote> = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        product: z.string(),
        options: z.array(words),
        quantity: z.int(),
        listFen: fen,
        priceOffFen: fen,
        couponsOffFen: fen,
        pointsOffFen: fen,
        paid,
      }),
    )
    .max(MOST_IN_CART),
  freight: z.strictObject({ listFen: fen, offFen: fen, paid }),
  points,
})

/** Goods of an order, as people read them. */
const orderedLine = z.strictObject({
  sku: z.string(),
  product: z.string(),
  name: words,
  options: z.array(words),
  picture: z.string().nullable(),
  quantity: z.int(),
  unitListFen: fen,
  listFen: fen,
  /** What is paid for it in the end, by stored value and WeChat Pay alike, and the points used for it. */
  paidFen: fen,
  points,
})

/** Everything that an order costs and what pays for it. */
export const quoteFace = z.strictObject({
  lines: z.array(orderedLine),
  listFen: fen,
  /** What is paid for the goods, and for freight. */
  goodsFen: fen,
  freightFen: fen,
  payableFen: fen,
  pointsUsed: points,
  paid,
  /** Line by line, step by step. */
  explanation: z.array(explainLine),
})

/** A coupon beside a cart. */
export const couponChoice = z.strictObject({
  coupon: couponFace,
  isChosen: z.boolean(),
  /**
   * What it takes off beside what is chosen already; of a chosen one what would be dearer without it. Below zero where a
   * discount that takes off more gives way to it; null where it cannot be used.
   */
  offFen: fen.nullable(),
  /** Why it cannot be used with what is chosen; null where it can. */
  whyNot: words.nullable(),
})

const text = (most: number) => z.string().trim().min(1).max(most)

export const address = z.strictObject({
  name: text(32),
  phone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d -]{4,18}\d$/),
  /** Province, city and district. */
  region: text(64),
  street: text(120),
})

export const shopOrderState = z.enum([
  'awaitingPayment',
  'paid',
  'shipped',
  'received',
  'cancelled',
  'refunded',
])

/** What is to be refunded; lines by their place, the first is 0. Freight is told apart, but for the rest, which is everything. */
export const refundRequest = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('rest') }),
  z.strictObject({
    of: z.literal('lines'),
    lines: z
      .array(
        z.union([
          z.strictObject({ line: z.int().min(0), quantity: z.int().min(0).max(MOST_OF_ONE) }),
          z.strictObject({ line: z.int().min(0), amountFen }),
        ]),
      )
      .min(1)
      .max(MOST_IN_CART),
    freightFen: amountFen.default(0),
  }),
  z.strictObject({ of: z.literal('amount'), amountFen, freightFen: amountFen.default(0) }),
])

/** One refund: what went back, and where to. */
export const refundFace = z.strictObject({
  id: z.string(),
  at: instant,
  reason: z.string(),
  /** Of goods, and of freight. */
  amountFen: fen,
  freightFen: fen,
  back: paid,
  /** Points that had been used and came back. */
  points,
  explanation: z.array(explainLine),
  /** How far WeChat is with its part; null where it has none. */
  wechat: z.enum(['asked', 'processing', 'done', 'refused', 'returned', 'byHand']).nullable(),
})

/** What somebody asked to have back, and what became of it. */
const refundAsked = z.strictObject({
  at: instant,
  request: refundRequest,
  reason: z.string(),
  state: z.enum(['open', 'done', 'withdrawn', 'declined']),
  /** Why it was declined. */
  answer: z.string().nullable(),
})

/** An order as its member and the shop read it. */
export const shopOrderFace = z.strictObject({
  id: shopOrderId,
  state: shopOrderState,
  placedAt: instant,
  placedDay: day,
  /** Until when it can be paid; null once it was paid or cancelled. */
  payUntil: instant.nullable(),
  quote: quoteFace,
  coupons: z.array(z.strictObject({ id: couponId, name: words })),
  address,
  note: z.string(),
  shipping: z
    .strictObject({ carrier: z.string(), carrierName: words, trackingNumber: z.string(), at: instant })
    .nullable(),
  /** When it is taken as received without anybody saying so; null where that is not to come. */
  receivedBy: instant.nullable(),
  /** What happened, the first first. */
  timeline: z.array(z.strictObject({ at: instant, what: words })),
  /** What it earned; null while it is not paid. */
  earned: z.strictObject({ points, growth, releaseDay: day.nullable() }).nullable(),
  /** The latest; null where nothing was asked for. */
  refundAsked: refundAsked.nullable(),
  refunds: z.array(refundFace),
  /** What can still be refunded, line by line. */
  left: z.strictObject({
    lines: z.array(z.strictObject({ quantity: z.int(), amountFen: fen })),
    freightFen: fen,
  }),
  /** What its member can do now. */
  may: z.strictObject({
    pay: z.boolean(),
    cancel: z.boolean(),
    receive: z.boolean(),
    askRefund: z.boolean(),
    withdrawRefund: z.boolean(),
  }),
})

/** An order in a list. */
export const shopOrderCard = z.strictObject({
  id: shopOrderId,
  state: shopOrderState,
  placedAt: instant,
  placedDay: day,
  payUntil: instant.nullable(),
  lines: z.array(
    z.strictObject({
      name: words,
      options: z.array(words),
      picture: z.string().nullable(),
      quantity: z.int(),
    }),
  ),
  /** Pieces of all lines. */
  quantity: z.int(),
  payableFen: fen,
  pointsUsed: points,
  refundedFen: fen,
  /** A refund is asked for and not answered. */
  isRefundAsked: z.boolean(),
})

export const shopOrderPlace = z.strictObject({ at: instant, id: shopOrderId })

/** What a refund would do, all of it, before it is confirmed. */
export const refundPreview = z.strictObject({
  amountFen: fen,
  freightFen: fen,
  back: paid,
  /** Points that were used and come back. */
  points,
  lines: z.array(z.strictObject({ quantity: z.int(), amountFen: fen, points })),
  explanation: z.array(explainLine),
  /** Of what the order earned, what is taken back, and what of it has been spent already and will be owed. */
  takenBackPoints: points,
  takenBackGrowth: growth,
  debt: points,
  couponsBack: z.array(words),
  couponsLapsed: z.array(words),
  /** The level before and after; the same where it stays. */
  tier: z.strictObject({ before: tierFace, after: tierFace }),
  /** Nothing of the order is left afterwards. */
  isLast: z.boolean(),
})

/** What was shown of a refund, handed back: one that would not be the same is refused. */
export const seenRefund = z.strictObject({ amountFen: fen, freightFen: fen, back: paid, points })
