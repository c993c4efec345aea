import * as z from 'zod'
import { defineContract } from './contract'
import { balances, birthday, day } from './shapes'
import { tierView } from './tierShapes'

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
    tier: tierView,
    balances,
  }),
  errors: [],
})

/**
 * Sets the member's birthday, or changes it: once a year, and not in the 30 days before it. The same day again answers
 * as the first time.
 */
export const setBirthday = defineContract({
  name: 'member.setBirthday',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ birthday: day }),
  output: birthday,
  errors: ['BIRTHDAY_IMPOSSIBLE', 'BIRTHDAY_CHANGED_LATELY', 'BIRTHDAY_NEAR'],
})
