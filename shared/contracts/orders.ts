import * as z from 'zod'
import { defineContract } from './contract'
import { day, fen, growth, memberId, points } from './shapes'

/** One past order of a customer. */
export const importRow = z.strictObject({
  /** The order's own number in the source, or one derived from the row's content and its repetition. */
  externalId: z.string().min(1).max(96),
  /** The customer's number in the source. */
  customer: z.string().min(1).max(64),
  /** The customer's OPENID under this app where the source knows it: the history is there when they first open the app. */
  openid: z.string().min(1).max(64).optional(),
  placedDay: day,
  quantity: z.int().min(0).max(1_000_000),
  amountFen: fen.min(0).max(10_000_000_000),
})

/** What a shop's old system knows, through the same books as today's orders. Rows already in change nothing. */
const importOrders = defineContract({
  name: 'orders.import',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    /** Names the system the rows come from; the same source and externalId are the same order. */
    source: z.string().regex(/^[a-z0-9-]{1,32}$/),
    /** All rows of a customer that the file has belong in one batch where they fit. */
    rows: z.array(importRow).min(1).max(500),
  }),
  output: z.strictObject({
    imported: z.int(),
    alreadyIn: z.int(),
    membersMade: z.int(),
    /** What the orders imported by this call add up to. */
    amountFen: fen,
  }),
  errors: ['ROW_TWICE', 'ROW_IN_FUTURE'],
})

const ownId = z.string().regex(/^[A-Za-z0-9_-]{1,48}$/)

const amountFen = fen.min(0).max(10_000_000_000)

/** A sale that the shop makes itself: goods after every discount, freight, and points that take money off. */
export const record = defineContract({
  name: 'orders.record',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({
    member: memberId,
    /** The shop's own number of the sale: the same number and content are the same sale. */
    number: ownId,
    lines: z
      .array(
        z.strictObject({
          category: z.string().min(1).max(48).nullable(),
          product: z.string().min(1).max(48).nullable(),
          quantity: z.int().min(1).max(100_000),
          amountFen,
        }),
      )
      .min(1)
      .max(200),
    freightFen: amountFen.default(0),
    points: points.min(0).max(1_000_000_000).default(0),
  }),
  output: z.strictObject({
    orderId: z.string(),
    /** What is left to pay: goods less points, and freight. */
    payableFen: fen,
    pointsUsed: points,
    /** What the points took off. */
    deductedFen: fen,
    earnedPoints: points,
    earnedGrowth: growth,
    /** The day on which the points become available; null for at once. */
    releaseDay: day.nullable(),
  }),
  errors: [
    'MEMBER_NOT_FOUND',
    'ORDER_NUMBER_TAKEN',
    'POINTS_STEP',
    'POINTS_MINIMUM',
    'POINTS_CAP',
    'POINTS_MISSING',
  ],
})

/** Gives money of a sale back, in part or whole; what the order earned and used goes back in proportion. */
export const refund = defineContract({
  name: 'orders.refund',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({
    member: memberId,
    orderId: z.string().min(1).max(96),
    /** The same id and amounts are the same refund. */
    refundId: ownId,
    /** Of what was paid for goods. */
    amountFen,
    freightFen: amountFen.default(0),
  }),
  output: z.strictObject({
    orderId: z.string(),
    refundId: z.string(),
    takenBackPoints: points,
    takenBackGrowth: growth,
    /** What of the points had been spent already, and is owed. */
    debt: points,
    /** Points that had been used for the order and came back. */
    returnedPoints: points,
    /** What can still be refunded. */
    leftFen: fen,
  }),
  errors: ['ORDER_NOT_FOUND', 'REFUND_TOO_MUCH', 'REFUND_NOTHING', 'REFUND_NUMBER_TAKEN'],
})

export { importOrders as import }
