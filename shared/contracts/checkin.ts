import * as z from 'zod'
import { defineContract } from './contract'
import { balances, day, growth, month, points, tierFace } from './shapes'
import { rewardDay } from './home'

/** Stamps today by the store's clock. A second call on the same day answers as the first did. */
export const checkIn = defineContract({
  name: 'checkin.checkIn',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({}),
  output: z.strictObject({
    entryId: z.string(),
    day,
    streak: z.int().min(1),
    points,
    growth,
    after: balances,
    /** The level that this check-in lifted the member to, if it did. */
    reached: tierFace.nullable(),
  }),
  errors: [],
})

/** One month of stamps, with the streak and what each day of the cycle gives. */
export const calendar = defineContract({
  name: 'checkin.calendar',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    /** The current month when absent. Stamps are kept for this and the two months before. */
    month: month.optional(),
  }),
  output: z.strictObject({
    today: day,
    month,
    /** The earliest month that can be opened. */
    earliestMonth: month,
    days: z.array(day),
    doneToday: z.boolean(),
    streak: z.int().min(0),
    cycle: z.array(rewardDay),
  }),
  errors: [],
})
