import * as z from 'zod'
import { defineContract } from './contract'
import { balances, birthday, day, points, growth } from './shapes'
import { tierView } from './tierShapes'

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
      /** Whether the shop has levels to reach: false while they are switched off. */
      hasTiers: z.boolean(),
      /** The shop already knows this person from its history; joining opens it. */
      known: z.strictObject({ tier: tierView, balances }).nullable(),
    }),
    z.strictObject({
      state: z.literal('member'),
      today: day,
      joinedDay: day,
      birthday: birthday.nullable(),
      tier: tierView,
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
