import * as z from 'zod'
import { defineContract } from './contract'
import { balances, day, entryGroup, ledgerEntry, month, points } from './shapes'

/** The member's history, newest first, a page at a time by cursor; of one unit, one month, one kind where asked. */
export const ledger = defineContract({
  name: 'points.ledger',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    /** What the page before answered as `nextCursor`: the sequence number to go on below. */
    cursor: z.int().min(1).optional(),
    /** Entries that changed points (pending ones and debt too), or growth; every entry when absent. */
    unit: z.enum(['points', 'growth', 'all']).optional(),
    month: month.optional(),
    kind: entryGroup.optional(),
  }),
  output: z.strictObject({
    today: day,
    balances,
    /** Points by the day they lapse, earliest first; null never lapses. */
    lots: z.array(z.strictObject({ validUntil: day.nullable(), points })),
    /** Points that become available on a day, earliest first. */
    pending: z.array(z.strictObject({ releaseDay: day, validUntil: day.nullable(), points })),
    /** What lapses within 30 days, and the last day of the first of it; null when nothing does. */
    expiringSoon: z.strictObject({ points, firstDay: day }).nullable(),
    /** The month from which the shop knows this member. */
    firstMonth: month,
    entries: z.array(ledgerEntry),
    nextCursor: z.int().nullable(),
  }),
  errors: [],
})
