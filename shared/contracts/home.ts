import * as z from 'zod'
import { defineContract } from './contract'
import { balances, birthday, day, tierProgress, points, growth } from './shapes'

/** A day of the streak's cycle as the strip on the home page shows it. */
export const rewardDay = z.strictObject({
  /** 1 for the first day of the streak. */
  streakDay: z.int().min(1),
  points,
  growth,
  /** `done`: stamped; `today`: can be stamped now; `ahead`: later days. */
  state: z.enum(['done', 'today', 'ahead']),
})

/** Everything the home page shows, in one call and one read. */
export const read = defineContract({
  name: 'home.read',
  function: 'shopper',
  audience: 'visitor',
  kind: 'query',
  input: z.strictObject({}),
  output: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('guest'),
      today: day,
      /** The shop already knows this person from its history; joining opens it. */
      known: z.strictObject({ tier: tierProgress, balances }).nullable(),
    }),
    z.strictObject({
      state: z.literal('member'),
      today: day,
      joinedDay: day,
      birthday: birthday.nullable(),
      tier: tierProgress,
      balances,
      checkin: z.strictObject({
        doneToday: z.boolean(),
        /** Consecutive days up to today, or up to yesterday while today is still open. */
        streak: z.int().min(0),
        /** The seven days of the running cycle. */
        cycle: z.array(rewardDay),
      }),
    }),
  ]),
  errors: [],
})
