import * as z from 'zod'
import { defineContract } from './contract'
import { balances, day, tierProgress } from './shapes'

/** One tap: registers the caller and records the consent. Joining twice answers as the first time. */
export const join = defineContract({
  name: 'member.join',
  function: 'shopper',
  audience: 'visitor',
  kind: 'command',
  input: z.strictObject({
    /** The version of the privacy terms that the person agreed to. */
    consentVersion: z.string().min(1).max(32),
  }),
  output: z.strictObject({
    joinedDay: day,
    tier: tierProgress,
    balances,
  }),
  errors: [],
})
