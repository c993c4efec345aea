import * as z from 'zod'
import { defineContract } from './contract'
import { day, growth, ledgerEntry, month } from './shapes'
import { tierView } from './tierShapes'

/** Which growth counts: all of it, that of the last days, or that since the last reset. */
const counting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allTime') }),
  z.strictObject({ kind: z.literal('rolling'), windowDays: z.int().min(1), since: day }),
  z.strictObject({
    kind: z.literal('reset'),
    everyMonths: z.int().min(1),
    /** Null before the first reset. */
    since: day.nullable(),
    /** The last day before the next reset. */
    until: day,
  }),
])

/** Everything the growth page shows, with the newest entries: `points.ledger` with the unit growth goes on below them. */
export const read = defineContract({
  name: 'growth.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    today: day,
    growth,
    counting,
    /** What next stops to count, and from which day; null when nothing does. */
    leaving: z.strictObject({ day, growth }).nullable(),
    tier: tierView,
    /** The month from which the shop knows this member. */
    firstMonth: month,
    entries: z.array(ledgerEntry),
    nextCursor: z.int().nullable(),
  }),
  errors: [],
})
