import * as z from 'zod'
import { defineContract } from './contract'
import { balances, day, ledgerEntry, points } from './shapes'

/** The member's history, newest first, a page at a time by cursor. */
export const ledger = defineContract({
  name: 'points.ledger',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    /** What the page before answered as `nextCursor`: the sequence number to go on below. */
    cursor: z.int().min(1).optional(),
  }),
  output: z.strictObject({
    balances,
    /** Points by the day they lapse, earliest first; null never lapses. */
    lots: z.array(z.strictObject({ validUntil: day.nullable(), points })),
    entries: z.array(ledgerEntry),
    nextCursor: z.int().nullable(),
  }),
  errors: [],
})
