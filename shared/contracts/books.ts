import * as z from 'zod'
import { defineContract } from './contract'
import {
  balances,
  day,
  entryGroup,
  instant,
  ledgerEntry,
  memberId,
  month,
  points,
  tierProgress,
} from './shapes'

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

/** An entry of the shop's journal: whose it is beside what it changed. */
const journalEntry = ledgerEntry.extend({ member: memberId })

/** The place in a day's journal to go on below. */
const journalCursor = z.strictObject({ at: instant, id: z.string().min(1).max(160) })

/** What happened in the shop on a business day, newest first, a page at a time. What a moment ago wrote comes in within a minute or two. */
export const journal = defineContract({
  name: 'books.journal',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({
    /** Today when absent. */
    day: day.optional(),
    kind: entryGroup.optional(),
    cursor: journalCursor.optional(),
  }),
  output: z.strictObject({
    /** What was asked for. */
    day,
    kind: entryGroup.nullable(),
    today: day,
    entries: z.array(journalEntry),
    nextCursor: journalCursor.nullable(),
  }),
  errors: [],
})

/** A member's books as the shop sees them: balances, tier, lots, and the ledger a page at a time. */
export const member = defineContract({
  name: 'books.member',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({
    member: memberId,
    /** What the page before answered as `nextCursor`: the sequence number to go on below. */
    cursor: z.int().min(1).optional(),
    kind: entryGroup.optional(),
  }),
  output: z.strictObject({
    member: memberId,
    /** Null for who has a history here and has not joined. */
    joinedDay: day.nullable(),
    knownSince: day,
    today: day,
    tier: tierProgress,
    balances,
    /** Points by the day they lapse, earliest first; null never lapses. */
    lots: z.array(z.strictObject({ validUntil: day.nullable(), points })),
    /** The month from which the shop knows this member. */
    firstMonth: month,
    entries: z.array(ledgerEntry),
    nextCursor: z.int().nullable(),
  }),
  errors: ['MEMBER_NOT_FOUND'],
})
