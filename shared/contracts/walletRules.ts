import * as z from 'zod'
import type { WalletSettings } from '@shared/rules/wallet/settings'
import { name } from './settingShapes'
import { day, fen } from './shapes'

type WalletRules = Omit<WalletSettings, 'version'>

const MOST_PLANS = 30
const MOST_BRACKETS = 20
const MOST_COUPON_KINDS = 5

// Whether amounts are above zero, and what goes with what, the rules say with their reasons: see rules/wallet/impossible.ts.
const amountFen = fen.min(0).max(10_000_000)
const count = z.int().min(0).max(1_000_000)
const rateBp = z.int().min(0).max(100_000)

const gift = z.strictObject({
  bonusFen: amountFen,
  points: count,
  growth: count,
  coupons: z
    .array(
      z.strictObject({
        templateId: z.string().regex(/^[A-Za-z0-9_-]{1,48}$/),
        count: z.int().min(0).max(20),
      }),
    )
    .max(MOST_COUPON_KINDS),
})

const plan = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,48}$/),
  name,
  isOn: z.boolean(),
  from: day.nullable(),
  to: day.nullable(),
  payFen: amountFen,
  gift,
  isFirstOnly: z.boolean(),
  mostPerMember: z.int().min(0).max(1_000).nullable(),
})

const noticeDays = z.int().min(0).max(365)

/** What a merchant may set of stored value. Gift cards at the end of a year come with gift cards. */
export const walletRules = z.strictObject({
  spendingOrder: z.enum(['proportional', 'principalFirst', 'bonusFirst']),
  prepaid: z.strictObject({
    mostFen: fen.min(0).max(100_000_000),
    countsBonus: z.boolean(),
    mostBearerFen: amountFen,
    bearerYears: z.int().min(0).max(100),
    refundDays: z.int().min(0).max(3_650),
  }),
  plans: z.array(plan).max(MOST_PLANS),
  anyAmount: z
    .strictObject({
      leastFen: amountFen,
      brackets: z.array(z.strictObject({ fromFen: amountFen, bonusRateBp: rateBp, gift })).max(MOST_BRACKETS),
    })
    .nullable(),
  yearEnd: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('extends') }),
    z.strictObject({
      of: z.literal('points'),
      pointsPerYuan: z.int().min(0).max(100_000),
      noticeDays,
    }),
    z.strictObject({
      of: z.literal('coupon'),
      rateBp,
      validDays: z.int().min(0).max(3_660),
      noticeDays,
    }),
  ]),
}) satisfies z.ZodType<WalletRules>
