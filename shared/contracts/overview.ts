import * as z from 'zod'
import { defineContract } from './contract'
import { day, fen, instant, tierFace, points } from './shapes'

const dayFigures = z.strictObject({
  day,
  newMembers: z.int(),
  orders: z.int(),
  salesFen: fen,
  pointsIssued: points,
  pointsSpent: points,
  pointsExpired: points,
  checkins: z.int(),
})

/** The merchant's home: the shop's standing figures, today against yesterday, and the last thirty days. */
export const read = defineContract({
  name: 'overview.read',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    /** When the figures were last recomputed; null before the first time. */
    asOf: instant.nullable(),
    members: z.int(),
    membersByTier: z.array(z.strictObject({ tier: tierFace, members: z.int() })),
    orders: z.int(),
    salesFen: fen,
    /** Sales per order; 0 without orders. */
    averageOrderFen: fen,
    /** Members with two orders or more among those with one or more, in basis points. */
    repurchaseBp: z.int(),
    buyers: z.int(),
    repeatBuyers: z.int(),
    pointsOutstanding: points,
    /** What makes them: all that was ever issued, less what was spent and what lapsed. */
    pointsFlow: z.strictObject({ issued: points, spent: points, expired: points }),
    today: dayFigures,
    yesterday: dayFigures,
    /** Oldest first, thirty days up to today. */
    days: z.array(dayFigures),
    /** What there is to look after with WeChat Pay, for those who may see it; null for the others. */
    weChatPay: z
      .strictObject({
        /** Refunds that wait for a person. */
        refusedRefunds: z.int().min(0),
        /** How many differences the last bill had; null while none was compared. */
        billDifferences: z.int().min(0).nullable(),
      })
      .nullable(),
    /** The audit of the books, for those who may see it; null for the others. */
    audit: z
      .strictObject({
        isRunning: z.boolean(),
        /** Of the last one that was finished; null before the first. */
        differenceCount: z.int().nullable(),
      })
      .nullable(),
  }),
  errors: [],
})
