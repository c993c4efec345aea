import * as z from 'zod'
import { day, fen, tierFace } from './shapes'

/** How far one part of a way is: fen for spend and the largest order, a number for the rest. */
const part = z.strictObject({
  measure: z.enum(['spend', 'largestOrder', 'growth', 'invitations', 'orders']),
  have: z.int(),
  need: z.int().min(1),
  /** 0 when it is reached. */
  missing: z.int().min(0),
  /** have / need in basis points: 10,000 when it is reached. */
  progressBp: z.int().min(0).max(10_000),
})

/** One way to a level: all its parts must be reached, and it is as far as the one that is least far; or paying for it. */
export const wayUp = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('earned'),
    parts: z.array(part).readonly(),
    progressBp: part.shape.progressBp,
  }),
  z.strictObject({ of: z.literal('paid'), priceFen: fen, validDays: z.int().min(1) }),
])

/** Which orders count together: each for itself, or the sum of all, of those since the last upgrade, of those in a window. */
export const spendOf = z.enum(['eachOrder', 'history', 'sinceUpgrade', 'window'])

/** A member's level, while the levels are on. */
export const tierStanding = z.strictObject({
  isOn: z.literal(true),
  current: tierFace,
  since: day,
  /** The last day of the level that holds; null for no end. */
  until: day.nullable(),
  /** Whether it was earned, paid for, or given by the store. */
  by: z.enum(['earned', 'paid', 'manual']),
  /** Null on the highest level. */
  next: z
    .strictObject({
      face: tierFace,
      /** Any one of them is enough; the nearest first, paying last. */
      ways: z.array(wayUp),
      /** The first day whose orders count; null when all do. */
      countsFrom: day.nullable(),
      standard: spendOf,
    })
    .nullable(),
  /** What keeps the level that was earned; null for one without end. */
  keeping: z
    .strictObject({
      /** The level that was earned: not `current` while a paid one or one given by the store holds above it. */
      face: tierFace,
      until: day,
      /** Any one of them is enough, the one that lacks least first; none without lock-in. */
      ways: z.array(
        z.strictObject({
          by: z.enum(['singleOrder', 'total']),
          haveFen: fen,
          needFen: fen,
          missingFen: fen.min(0),
        }),
      ),
      /** The last day if it is kept; null without lock-in. */
      keptUntil: day.nullable(),
      /** The level after the term as things stand. */
      otherwise: tierFace,
    })
    .nullable(),
})

/** A member's level; nothing of it while the levels are switched off. */
export const tierView = z.discriminatedUnion('isOn', [
  z.strictObject({ isOn: z.literal(false) }),
  tierStanding,
])
