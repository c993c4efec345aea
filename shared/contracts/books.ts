import * as z from 'zod'
import { defineContract } from './contract'
import {
  balances,
  day,
  entryGroup,
  fen,
  instant,
  ledgerEntry,
  memberId,
  month,
  points,
  tierFace,
  words,
} from './shapes'
import { tierView } from './tierShapes'

/** One audit of all books: how far it has come and what it counted so far. */
const auditRun = z.strictObject({
  id: z.string(),
  state: z.enum(['running', 'done']),
  by: z.enum(['timer', 'staff']),
  day,
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** The members' books first, then the figures of the days. */
  phase: z.enum(['members', 'days']),
  membersAtStart: z.int(),
  members: z.int(),
  entries: z.int(),
  orders: z.int(),
  ordersFen: fen,
  days: z.int(),
  /** All of them, however many of them are kept. */
  differenceCount: z.int(),
})

/** Something that the books say in two ways. */
const difference = z.strictObject({
  /** A member's books, the figures of a day (of all days together when `day` is null), or the shop as a whole. */
  of: z.enum(['member', 'day', 'store']),
  member: memberId.nullable(),
  day: day.nullable(),
  /** What was compared, for programs. */
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
    'walletPrincipal',
    'walletBonus',
    'walletHolds',
    'orders',
    'ordersFen',
    'weChatFen',
    'boughtFen',
    'boughtOrders',
    'tier',
    'granted',
    'levelsPaidOut',
    'newMembers',
    'salesFen',
    'newBuyers',
    'newRepeatBuyers',
    'pointsIssued',
    'pointsSpent',
    'pointsExpired',
    'checkins',
    'tierMoves',
    'storePoints',
    'storeGrowth',
    'storeFen',
  ]),
  /** The same, for people. */
  words,
  unit: z.enum(['points', 'growth', 'fen', 'count']),
  /** What the entries make of it. */
  expected: z.int(),
  /** What stands there. */
  found: z.int(),
})

/** Starts an audit of all books, or answers the one that is under way. It changes nothing but its own record. */
export const startAudit = defineContract({
  name: 'books.startAudit',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({}),
  output: z.strictObject({ run: auditRun }),
  errors: [],
})

/** Carries an audit on by some seconds, for whoever waits for it; the minute's timer does so too. Safe to repeat. */
export const carryOnAudit = defineContract({
  name: 'books.carryOnAudit',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: z.string().max(64) }),
  output: z.strictObject({ run: auditRun }),
  errors: ['AUDIT_NOT_FOUND'],
})

/** The last audit that was finished, with the differences that it found, and the one under way. */
export const lastAudit = defineContract({
  name: 'books.lastAudit',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    running: auditRun.nullable(),
    last: auditRun.extend({ differences: z.array(difference) }).nullable(),
  }),
  errors: [],
})

/** An entry as the people of the shop read it: with the level that it led to, or kept. */
const bookEntry = ledgerEntry.extend({
  tier: z.strictObject({ kind: z.enum(['first', 'up', 'down', 'reassign', 'keep']), to: words }).nullable(),
})

/** An entry of the shop's journal: whose it is beside what it changed. */
const journalEntry = bookEntry.extend({ member: memberId })

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
    tier: tierView,
    /** The level that the shop gave them; `until` is its last day, null until it is taken back. */
    given: z.strictObject({ level: tierFace, until: day.nullable() }).nullable(),
    /** The levels that can be given, lowest first; none while the levels are off. */
    levels: z.array(tierFace),
    balances,
    /** Points by the day they lapse, earliest first; null never lapses. */
    lots: z.array(z.strictObject({ validUntil: day.nullable(), points })),
    /** The month from which the shop knows this member. */
    firstMonth: month,
    entries: z.array(bookEntry),
    nextCursor: z.int().nullable(),
  }),
  errors: ['MEMBER_NOT_FOUND'],
})
