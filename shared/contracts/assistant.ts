import * as z from 'zod'
import type { Proposal } from '@shared/rules/assistant/propose'
import { defineContract } from './contract'
import { because } from './settingShapes'
import { day, fen, instant, tierFace, words } from './shapes'

const rateBp = z.int().min(0).max(10_000)
const averageOrderFen = fen.min(100).max(1_000_000_000)
const costFen = fen.min(0).max(1_000_000_000)
const heads = z.int().min(0)
const period = z.strictObject({ from: day, to: day })

/** As of when buyers were read, and how many: 10,000 is all, less that share of the members, chosen by chance. */
const found = { asOf: instant, sampleBp: rateBp }

/** What the store's own orders say of its buyers. Null is what cannot be told without orders. */
export const facts = defineContract({
  name: 'assistant.facts',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    ...found,
    thisYear: period,
    /** What keeps a level is found in this one. */
    lastYear: period,
    /** Members whose net spend of this year is above nothing, and orders that were not refunded whole. */
    buyers: heads,
    orders: heads,
    averageOrderFen: fen.nullable(),
    /** Buyers who bought on two days or more. */
    repurchaseRateBp: rateBp.nullable(),
    suggestedLevels: z.int().min(1),
    isWeak: z.boolean(),
    reason: words,
    upliftsBp: z.strictObject({ low: rateBp, middle: rateBp, high: rateBp }),
    /** Why there will be no proposal; null when there can be one. */
    unavailable: words.nullable(),
  }),
  errors: [],
})

const upliftsBp = z
  .strictObject({ low: rateBp, middle: rateBp, high: rateBp })
  .refine(
    ({ low, middle, high }) => low <= middle && middle <= high,
    because('', '低、中、高要依次不减', 'low, middle and high must not decrease'),
  )

const benchmark = z
  .strictObject({
    source: z.string().trim().min(1).max(100),
    averageOrderFen: averageOrderFen.nullable(),
    repurchaseRateBp: rateBp.nullable(),
    marginBp: rateBp.nullable(),
  })
  .refine(
    (of) => of.averageOrderFen !== null || of.repurchaseRateBp !== null || of.marginBp !== null,
    because('', '请至少填写一项行业数据，或全部留空', 'enter at least one figure of the industry, or none'),
  )

const fact = z.strictObject({ value: z.int(), from: z.enum(['store', 'merchant']) })
const count = z.strictObject({ members: heads, shareBp: rateBp })
const shift = z.strictObject({ thresholdFen: fen, members: heads })

const gain = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('marginUnknown'), reason: words }),
  z.strictObject({
    kind: z.literal('told'),
    near: heads,
    breakEven: z.strictObject({
      kind: z.enum(['found', 'nobodyNear', 'orderPaysLess', 'costUnknown']),
      upliftBp: z.int().nullable(),
      reason: words,
    }),
    cases: z.array(
      z.strictObject({
        name: z.enum(['low', 'middle', 'high']),
        basis: z.literal('assumption'),
        upliftBp: rateBp,
        marginFen: fen,
        affordableFen: fen,
        costFen: fen.nullable(),
        gainFen: fen.nullable(),
        reason: words,
      }),
    ),
  }),
])

const level = z.strictObject({
  level: z.int().min(1),
  threshold: z.strictObject({
    amountFen: fen,
    targetShareBp: rateBp,
    wantedFen: fen,
    atLeastFen: fen,
    atMostFen: fen.nullable(),
    bound: z.enum(['data', 'floor', 'ceiling', 'spacing', 'rounding', 'ladder']),
    reason: words,
  }),
  reached: count,
  held: count,
  retention: z.strictObject({
    amountFen: fen,
    lastYearHolders: heads,
    wouldHaveKept: heads.nullable(),
    keptShareBp: rateBp.nullable(),
    reason: words,
  }),
  gain,
  sensitivity: z.strictObject({ higher: shift, lower: shift, reason: words }),
})

const proposal: z.ZodType<Proposal> = z.strictObject({
  facts: z.strictObject({
    averageOrderFen: fact,
    repurchaseRateBp: fact,
    levels: fact,
    marginBp: fact.nullable(),
  }),
  evidence: z.strictObject({
    buyers: heads,
    weak: z.boolean(),
    medianFen: fen.nullable(),
    meanFen: fen.nullable(),
    cappedAtFen: fen.nullable(),
    cappedBuyers: heads,
    reason: words,
  }),
  levels: z.array(level),
  advice: z.strictObject({
    kind: z.enum(['asWanted', 'fewer', 'evenOneIsSmall', 'tooFewBuyers']),
    levels: z.int(),
    reason: words,
  }),
  gain,
  benchmark: z.strictObject({
    source: z.string().nullable(),
    comparisons: z.array(
      z.strictObject({
        measure: z.enum(['averageOrderFen', 'repurchaseRateBp', 'marginBp']),
        own: z.int(),
        industry: z.int(),
        reason: words,
      }),
    ),
    reason: words,
  }),
})

/** Levels for this store, each number with its reason. Changes nothing. */
export const propose = defineContract({
  name: 'assistant.propose',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({
    /** Null takes what the store's orders say. */
    averageOrderFen: averageOrderFen.nullable(),
    repurchaseRateBp: rateBp.nullable(),
    levels: z.int().min(1).max(10).nullable(),
    /** Null: not told, and then no gain is. */
    marginBp: rateBp.nullable(),
    /** For a member and year, lowest level first; null, or not in the list: not settled. */
    benefitCostFen: z.array(costFen.nullable()).max(10),
    upliftsBp,
    /** Null: left empty, and then nothing is compared. */
    benchmark: benchmark.nullable(),
  }),
  output: z.strictObject({
    ...found,
    proposal,
    /** To take, in this order, where more levels are proposed than there are. */
    newLevels: z.array(tierFace.pick({ id: true, name: true, material: true })),
  }),
  errors: ['ASSISTANT_UNAVAILABLE', 'AVERAGE_ORDER_MISSING'],
})
