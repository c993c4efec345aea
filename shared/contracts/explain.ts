import * as z from 'zod'
import { defineContract } from './contract'
import { day, instant, memberId, words } from './shapes'

/** A number that can be opened: an entry, one of a member's balances, their tier, or an order. */
const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), id: z.string().min(1).max(160) }),
  z.strictObject({ kind: z.literal('order'), id: z.string().min(1).max(96) }),
  z.strictObject({ kind: z.literal('pointsBalance') }),
  z.strictObject({ kind: z.literal('pendingBalance') }),
  z.strictObject({ kind: z.literal('debtBalance') }),
  z.strictObject({ kind: z.literal('growthBalance') }),
  z.strictObject({ kind: z.literal('tier') }),
  z.strictObject({ kind: z.literal('walletBalance') }),
])

/** One line of an explanation: words, and the amount it stands for where there is one. */
export const explainLine = z.strictObject({
  label: words,
  /** Shown on the right; null for a sentence. */
  amount: z.int().nullable(),
  unit: z.enum(['points', 'growth', 'fen', 'days', 'items']).nullable(),
  /** A `sum` is what the parts above it add up to; a `fact` is an amount that is not added. */
  role: z.enum(['part', 'sum', 'fact', 'note']),
})

const explanation = z.strictObject({
  title: words,
  lines: z.array(explainLine),
  /** The rules that made it, in words, and the version of the settings that held then. */
  rules: z.array(
    z.strictObject({
      text: words,
      topic: z.enum([
        'tiers',
        'benefits',
        'earning',
        'campaigns',
        'points',
        'growth',
        'checkin',
        'wallet',
        'shop',
        'memberships',
        'counter',
        'giftCards',
      ]),
      version: z.int(),
    }),
  ),
  /** Where it came from: an order, a check-in day…; `orderId` where that order opens as a subject of its own. */
  source: z.strictObject({ label: words, at: instant, day, orderId: z.string().nullable() }).nullable(),
})

/** Opens a number of one's own into what made it: the entries, the lots, the rules and their versions. */
export const read = defineContract({
  name: 'explain.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ subject }),
  output: explanation,
  errors: ['ENTRY_NOT_FOUND', 'ORDER_NOT_FOUND'],
})

/** The same of any member, for the people of the shop. */
export const readMember = defineContract({
  name: 'explain.readMember',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ member: memberId, subject }),
  output: explanation,
  errors: ['MEMBER_NOT_FOUND', 'ENTRY_NOT_FOUND', 'ORDER_NOT_FOUND'],
})
