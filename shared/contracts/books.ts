import * as z from 'zod'
import { defineContract } from './contract'

/** Recomputes a slice of members' books from the journal; goes on from `cursor` until it answers null. Changes nothing. */
export const audit = defineContract({
  name: 'books.audit',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ cursor: z.string().max(64).optional() }),
  output: z.strictObject({
    members: z.int(),
    entries: z.int(),
    ordersFen: z.int(),
    orders: z.int(),
    differences: z.array(
      z.strictObject({
        member: z.string(),
        check: z.enum([
          'entryBalances',
          'sequence',
          'points',
          'growth',
          'principal',
          'bonus',
          'pendingPoints',
          'pointsDebt',
          'lots',
          'pending',
          'growthDays',
          'orders',
        ]),
        expected: z.int(),
        found: z.int(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  errors: [],
})
