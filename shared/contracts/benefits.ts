import * as z from 'zod'
import { defineContract } from './contract'
import { benefitFace, day, tierFace, words } from './shapes'

/** Coupons of one grant that are alike in all that people see. */
const couponGroup = z.strictObject({
  id: z.string(),
  kind: z.enum(['cashOff', 'percentOff', 'freeShipping', 'exchange']),
  name: words,
  /** What one of them is worth: ¥20, 8.8 折, 免邮. */
  worth: words,
  count: z.int().min(1),
  /** What must be bought, and what it goes together with. */
  terms: z.array(words),
  grantedOn: day,
  validUntil: day,
})

/** What the member's level gives: what holds, what was given and can be used, what is to come, and what is over. */
export const list = defineContract({
  name: 'benefits.list',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    today: day,
    /** Null while the levels are switched off: then nothing holds and nothing is to come. */
    level: tierFace.nullable(),
    /** Of the present level, in the merchant's order; those for who paid only for who did. */
    benefits: z.array(
      benefitFace.extend({
        /** The day on which it was last given; null for one that holds by itself, or was not given yet. */
        lastGivenOn: day.nullable(),
        /** The day on which it is given next; null when it will not be. */
        nextOn: day.nullable(),
      }),
    ),
    /** Also from levels held before; those that lapse first are first. */
    usable: z.array(couponGroup),
    /** The latest of them. */
    past: z.array(couponGroup.extend({ state: z.enum(['used', 'expired']), usedOn: day.nullable() })),
  }),
  errors: [],
})
