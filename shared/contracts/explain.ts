import * as z from 'zod'
import { defineContract } from './contract'
import { day, instant, words } from './shapes'

/** One line of an explanation: words, and the amount it stands for where there is one. */
const explainLine = z.strictObject({
  label: words,
  /** Shown on the right; null for a sentence. */
  amount: z.int().nullable(),
  unit: z.enum(['points', 'growth', 'fen', 'days', 'times']).nullable(),
  /** `sum` is set apart as the result of the lines above it. */
  role: z.enum(['part', 'sum', 'note']),
})

/** Opens a number into what made it: the entries, the lots, the rule and its version. */
export const read = defineContract({
  name: 'explain.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    subject: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('entry'), id: z.string().min(1).max(160) }),
      z.strictObject({ kind: z.literal('pointsBalance') }),
      z.strictObject({ kind: z.literal('growthBalance') }),
      z.strictObject({ kind: z.literal('tier') }),
    ]),
  }),
  output: z.strictObject({
    title: words,
    lines: z.array(explainLine),
    /** The rule that made it, in words, and the version of the settings that held then. */
    rule: z.strictObject({ text: words, topic: z.string(), version: z.int() }).nullable(),
    /** Where it came from: an order, a check-in day… */
    source: z.strictObject({ label: words, at: instant, day }).nullable(),
  }),
  errors: ['ENTRY_NOT_FOUND'],
})
