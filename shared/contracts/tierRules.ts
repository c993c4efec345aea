import * as z from 'zod'
import type { Condition } from '@shared/rules/tiers/conditions'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { name } from './settingShapes'
import { day, fen, tierFace } from './shapes'

/** More levels than this nobody tells apart; a shop's own limit is a setting. */
const MOST_LEVELS = 20
/** Groups within groups within a group: what a person can still read. */
const DEEPEST = 3
const MOST_PARTS = 12
const MOST_AMOUNT = 99_999_999_999
const MOST_DAYS = 3_660

// Whether amounts are above zero, and what goes with what, the rules say with their reasons: see rules/tiers/impossible.ts.
const amount = z.int().min(0).max(MOST_AMOUNT)
const amountFen = fen.min(0).max(MOST_AMOUNT)

const levelId = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)

const leaf = z.strictObject({
  measure: z.enum(['spend', 'largestOrder', 'growth', 'invitations', 'orders']),
  atLeast: amount,
})

/** Groups are built level by level, so one nested without end is refused and never walked. */
function conditionOfDepth(depth: number): z.ZodType<Condition, Condition> {
  if (depth === 0) return leaf
  const parts = z.array(conditionOfDepth(depth - 1)).max(MOST_PARTS)
  return z.union([leaf, z.strictObject({ all: parts }), z.strictObject({ any: parts })])
}

/** A tree of all and any, as deep as a person can still read. */
export const condition = conditionOfDepth(DEEPEST)

const length = [
  z.strictObject({ of: z.literal('days'), days: z.int().min(0).max(MOST_DAYS) }),
  z.strictObject({ of: z.literal('months'), months: z.int().min(0).max(120) }),
] as const

const level = z.strictObject({
  id: levelId,
  name,
  material: tierFace.shape.material,
  icon: z
    .string()
    .regex(/^[a-z][A-Za-z]{0,23}$/)
    .nullable(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  kind: z.enum(['basic', 'paid', 'dual']),
  condition: condition.nullable(),
  keep: z.strictObject({ singleOrderFen: amountFen.nullable(), totalFen: amountFen.nullable() }),
  paid: z
    .strictObject({
      priceFen: amountFen,
      priceFenByLevel: z.record(levelId, amountFen),
      validDays: z.int().min(0).max(MOST_DAYS),
    })
    .nullable(),
})

const period = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('history'), imported: z.boolean() }),
  z.strictObject({ of: z.literal('sinceUpgrade') }),
  z.strictObject({ of: z.literal('window'), length: z.discriminatedUnion('of', [...length]) }),
])

/** Levels and their settings as a merchant edits them. */
export const tierRules: z.ZodType<TierRules, TierRules> = z.strictObject({
  levels: z.array(level).max(MOST_LEVELS),
  mostLevels: z.int().min(1).max(MOST_LEVELS),
  activeFrom: day.nullable(),
  standard: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('eachOrder') }),
    z.strictObject({ of: z.literal('total'), period }),
  ]),
  validity: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('permanent') }),
    z.strictObject({ of: z.literal('calendarYear') }),
    ...length,
  ]),
  spendingDowngrade: z.boolean(),
  lockIn: z
    .strictObject({
      singleOrder: z.boolean(),
      total: z.boolean(),
      extension: z.discriminatedUnion('of', [...length]),
    })
    .nullable(),
  paidPricing: z.enum(['unified', 'byLevel']),
  lowerPaid: z.enum(['pauses', 'ends']),
})
