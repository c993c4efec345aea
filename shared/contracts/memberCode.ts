import * as z from 'zod'
import { defineContract } from './contract'
import { fen, instant, points, tierFace } from './shapes'

/** The member's code for the counter: good for a minute, and once. Each call makes a new one. */
export const show = defineContract({
  name: 'memberCode.show',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Digits. */
    code: z.string(),
    /** The server's time, and until when the code is good by it. */
    now: instant,
    validUntil: instant,
    tier: tierFace.nullable(),
    points,
    /** What can be spent of it. */
    balance: z.strictObject({ principalFen: fen, bonusFen: fen }),
  }),
  errors: [],
})
