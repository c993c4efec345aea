import * as z from 'zod'
import { benefitFace, day, fen, points, tierFace } from './shapes'

const count = z.int().min(0)
export const levelId = z.string().min(1).max(32)

/** What becomes of a member's level. */
const moveKind = z.enum(['stay', 'up', 'down', 'reassign'])

/** Members who go from one level to another; of those who stay, both are the same. */
const cell = z.strictObject({ from: levelId, to: levelId, kind: moveKind, members: count })

const monthSpendFen = fen
const offBp = z.int()
const isQuantityAssumed = z.boolean()

/** What a benefit costs a month, and by what it is reckoned. `fen` is null where the store has no figure for it. */
const monthCost = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('once'), fen: z.literal(0) }),
  z.strictObject({
    of: z.literal('vouchers'),
    fen,
    holders: count,
    amountFen: fen,
    everyMonths: z.int().min(1),
  }),
  z.strictObject({ of: z.literal('discount'), fen, monthSpendFen, offBp, isQuantityAssumed }),
  z.strictObject({
    of: z.literal('birthdayDiscount'),
    fen,
    birthdays: count,
    monthSpendFen,
    offBp,
    isQuantityAssumed,
  }),
  z.strictObject({ of: z.literal('extraPoints'), fen, points, monthSpendFen, rateBp: z.int() }),
  z.strictObject({
    of: z.literal('unknown'),
    fen: z.null(),
    why: z.enum(['freight', 'noPrice', 'noSales']),
  }),
])

/** A benefit on one side of the change; null where it is not there. */
const side = z.strictObject({ face: benefitFace, levelId, holders: count, cost: monthCost }).nullable()

const sides = z.strictObject({ before: count, after: count })

/** What a change would make of the store's members. Costs are estimates by the store's own figures. */
export const tierPreview = z.strictObject({
  today: day,
  /** The versions that the change was laid over. */
  base: z.strictObject({ tiers: count, benefits: count }),
  /** False while the levels are switched off: then this is what comes about once they are on again, were that today. */
  isOn: z.boolean(),
  /** How many members were looked at, of how many: all, but in very large stores. */
  looked: count,
  members: count,
  /** Lowest first. */
  levels: z.strictObject({ before: z.array(tierFace), after: z.array(tierFace) }),
  cells: z.array(cell),
  /** Members whose level has a last day. */
  withEnd: sides,
  /** Members who have not been judged by what is saved now: an earlier change is still under way. */
  unjudged: count,
  benefits: z.array(z.strictObject({ id: z.string(), before: side, after: side, won: count, lost: count })),
  /** What is given as soon as it is saved. */
  atOnce: z.strictObject({
    members: count,
    points,
    pointsFen: fen,
    vouchers: count,
    vouchersFen: fen,
    freeDeliveries: count,
  }),
  /** Of the costs that are known, a month. */
  monthFen: z.strictObject({ before: fen, after: fen }),
  /** So many days up to today are what spend is taken from; 0 when nothing was sold in a year. */
  figureDays: count,
})

/** How far a change of rules has come, and who has moved by it. */
export const tierRecalculation = z.strictObject({
  isOn: z.boolean(),
  version: z.strictObject({ tiers: count, benefits: count }),
  /** When each was last saved; null for the defaults. */
  changedAt: z.strictObject({ tiers: z.int().nullable(), benefits: z.int().nullable() }),
  /** Members who have not been judged by these versions yet, of all. */
  left: z.int().min(0),
  members: count,
  levels: z.array(tierFace),
  /** Who moved by this version of the levels, from what has reached the journal. */
  moved: z.array(cell),
})
