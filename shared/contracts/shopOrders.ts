import * as z from 'zod'
import { defineContract } from './contract'
import { PREPAY_ERRORS } from './prepayErrors'
import { QUOTE_ERRORS } from './quoteErrors'
import { day, fen, growth, instant, memberId, paymentParameters, points, tierFace, words } from './shapes'
import {
  address,
  choices,
  couponChoice,
  quoteFace,
  refundPreview,
  refundRequest,
  seenQuote,
  seenRefund,
  shopOrderCard,
  shopOrderFace,
  shopOrderId,
  shopOrderPlace,
  shopOrderState,
  wantedLines,
} from './shopOrderShapes'

const orderId = shopOrderId

/** What an order would cost now and what would pay for it, with all that the member can choose. Nothing is held. */
export const quote = defineContract({
  name: 'shopOrders.quote',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    lines: wantedLines,
    choices,
    /** What the member saw before: `changes` then tells what differs. */
    seen: seenQuote.optional(),
  }),
  output: z.strictObject({
    today: day,
    quote: quoteFace,
    /** Handed back with the order. */
    seen: seenQuote,
    /** What is not as it was shown, in words; nothing where all is. */
    changes: z.array(words),
    /** Nothing is left for WeChat Pay. */
    isPaidAtOnce: z.boolean(),
    /** Those that can be used first, by what they take off; then the others with why not. */
    coupons: z.array(couponChoice),
    points: z.strictObject({
      have: points,
      /** The most that this order takes of them. */
      most: points,
      step: points,
      minimum: points,
      pointsPerYuan: z.int(),
    }),
    /** What of the stored value is free. */
    balance: z.strictObject({ principalFen: fen, bonusFen: fen }),
    /** How much more must be bought for free freight; null where there is nothing to say. */
    missingForFreeFreightFen: fen.nullable(),
    /** What it will earn. */
    earns: z.strictObject({ points, growth }),
  }),
  errors: QUOTE_ERRORS,
})

/** The order, and what `wx.requestPayment` needs: null when nothing is left to pay, or WeChat did not answer; then `shopOrders.pay` asks again. */
const placedOrder = z.strictObject({ order: shopOrderFace, payment: paymentParameters.nullable() })

/**
 * Places an order: goods, coupons, points and balance are held for it, and it waits 15 minutes to be paid. The same
 * request again is answered with the same order.
 */
export const place = defineContract({
  name: 'shopOrders.place',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({
    lines: wantedLines,
    choices,
    seen: seenQuote,
    address,
    note: z.string().trim().max(120).default(''),
  }),
  output: placedOrder,
  errors: [
    ...QUOTE_ERRORS,
    'QUOTE_CHANGED',
    'WALLET_TOO_MANY_HOLDS',
    'SHOP_ORDER_NUMBER_TAKEN',
    'PAYMENT_NOT_OFFERED',
  ],
})

/** Asks WeChat for the payment again: the sheet was closed, or WeChat did not answer before. */
export const pay = defineContract({
  name: 'shopOrders.pay',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ orderId }),
  /** `payment` is null for an order that does not wait to be paid. */
  output: placedOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', ...PREPAY_ERRORS],
})

const changedOrder = z.strictObject({ order: shopOrderFace })

/** Asks WeChat whether the order was paid, and books it. What the phone says of a payment is no proof. */
export const checkPayment = defineContract({
  name: 'shopOrders.checkPayment',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ orderId }),
  output: changedOrder,
  errors: ['SHOP_ORDER_NOT_FOUND'],
})

/** Cancels an order that is not paid: all that it held comes back. */
export const cancel = defineContract({
  name: 'shopOrders.cancel',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ orderId }),
  output: changedOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW'],
})

export const receive = defineContract({
  name: 'shopOrders.receive',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ orderId }),
  output: changedOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW'],
})

const REQUEST_ERRORS = [
  'REFUND_TOO_MUCH',
  'REFUND_NOTHING',
  'REFUND_LINE_MISSING',
  'REFUND_LINE_TWICE',
  'REFUND_LINE_TOO_MUCH',
  'REFUND_QUANTITY_TOO_MUCH',
] as const

const reason = z.string().trim().min(1).max(120)

/** Asks the shop for a refund. One request an order is open at a time. */
export const askRefund = defineContract({
  name: 'shopOrders.askRefund',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ orderId, request: refundRequest, reason }),
  output: changedOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW', 'REFUND_ASKED', ...REQUEST_ERRORS],
})

export const withdrawRefund = defineContract({
  name: 'shopOrders.withdrawRefund',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ orderId }),
  output: changedOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW'],
})

/** The member's orders, the latest first, a page at a time; all of them or those of a state. */
export const list = defineContract({
  name: 'shopOrders.list',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    state: shopOrderState.optional(),
    /** What the page before answered as `nextCursor`. */
    cursor: shopOrderPlace.optional(),
  }),
  output: z.strictObject({
    /** The server's time: what is left to pay in is counted from it. */
    now: instant,
    orders: z.array(shopOrderCard),
    nextCursor: shopOrderPlace.nullable(),
  }),
  errors: [],
})

export const read = defineContract({
  name: 'shopOrders.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ orderId }),
  output: z.strictObject({ now: instant, order: shopOrderFace }),
  errors: ['SHOP_ORDER_NOT_FOUND'],
})

/** All orders, the latest first; those of a state, or those for which a refund is asked, the longest waiting first. */
export const listAll = defineContract({
  name: 'shopOrders.listAll',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({
    which: z.union([shopOrderState, z.literal('refundAsked')]).optional(),
    cursor: shopOrderPlace.optional(),
  }),
  output: z.strictObject({
    now: instant,
    orders: z.array(shopOrderCard.extend({ member: memberId })),
    nextCursor: shopOrderPlace.nullable(),
  }),
  errors: [],
})

const anyOrder = z.strictObject({
  now: instant,
  order: shopOrderFace,
  member: z.strictObject({ id: memberId, tier: tierFace }),
  /** What the shop can do now. */
  can: z.strictObject({ ship: z.boolean(), refund: z.boolean(), declineRefund: z.boolean() }),
})

export const readAny = defineContract({
  name: 'shopOrders.readAny',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ orderId }),
  output: anyOrder,
  errors: ['SHOP_ORDER_NOT_FOUND'],
})

/** Says that the goods are on their way; WeChat is told of it too. The same again changes nothing. */
export const ship = defineContract({
  name: 'shopOrders.ship',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({
    orderId,
    /** WeChat's code of the carrier: SF, ZTO, YTO… */
    carrier: z.string().regex(/^[A-Za-z0-9_]{1,32}$/),
    trackingNumber: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{4,40}$/),
  }),
  output: anyOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW', 'CARRIER_UNKNOWN'],
})

/** What a refund would give back, where to, and what it takes along. Nothing is written. */
export const previewRefund = defineContract({
  name: 'shopOrders.previewRefund',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ orderId, request: refundRequest }),
  output: refundPreview,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW', 'REFUNDS_TOO_MANY', ...REQUEST_ERRORS],
})

/** Refunds as it was previewed. The same request again is answered with the same refund. */
export const refund = defineContract({
  name: 'shopOrders.refund',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({ orderId, request: refundRequest, reason, seen: seenRefund }),
  output: anyOrder.extend({ refundId: z.string() }),
  errors: [
    'SHOP_ORDER_NOT_FOUND',
    'SHOP_ORDER_NOT_NOW',
    'REFUND_CHANGED',
    'REFUNDS_TOO_MANY',
    ...REQUEST_ERRORS,
  ],
})

/** Declines what the member asked for, and tells them why. */
export const declineRefund = defineContract({
  name: 'shopOrders.declineRefund',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({ orderId, reason }),
  output: anyOrder,
  errors: ['SHOP_ORDER_NOT_FOUND', 'SHOP_ORDER_NOT_NOW'],
})
