import * as z from 'zod'
import type { BenefitSettings } from '@shared/rules/benefits/benefit'
import { name } from './settingShapes'
import { day, fen } from './shapes'

type BenefitRules = Omit<BenefitSettings, 'version'>

/** All benefits are one document, and a person has to find their way in them. */
const MOST_BENEFITS = 120
const MOST_DAYS = 3_660

// Whether amounts are above zero, and what goes with what, the rules say with their reasons: see rules/benefits/impossible.ts.
const amountFen = fen.min(0).max(10_000_000)
const days = z.int().min(0).max(MOST_DAYS)
const rateBp = z.int().min(0).max(10_000)

export const requirement = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('none') }),
  z.strictObject({ of: z.literal('minimumAmount'), amountFen: fen.min(0).max(100_000_000) }),
  z.strictObject({ of: z.literal('minimumQuantity'), quantity: z.int().min(0).max(10_000) }),
])

const dayOfMonth = z.int().min(1).max(31)
const issue = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('atOnce') }),
  z.strictObject({ of: z.literal('yearly'), month: z.int().min(1).max(12), dayOfMonth }),
  z.strictObject({ of: z.literal('everyMonths'), months: z.int().min(1).max(24), dayOfMonth }),
])

export const stacking = z.strictObject({ withAutomatic: z.boolean(), withCodes: z.boolean() })

const discounting = { requirement, stacking }

/** Every kind of §6 of the rules: what it gives, and what that asks for. */
const perk = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('pointsOnUpgrade'), points: z.int().min(0).max(1_000_000) }),
  z.strictObject({ of: z.literal('discount'), rateBp, ...discounting }),
  z.strictObject({ of: z.literal('voucher'), amountFen, validDays: days, issue, ...discounting }),
  z.strictObject({
    of: z.literal('freeShippingCoupon'),
    coupons: z.int().min(0).max(100),
    validDays: days,
    issue,
    ...discounting,
  }),
  z.strictObject({
    of: z.literal('freeShippingQuota'),
    perMonth: z.int().min(0).max(1_000),
    ...discounting,
  }),
  z.strictObject({ of: z.literal('birthdayDiscount'), rateBp, ...discounting }),
  z.strictObject({ of: z.literal('pointsMultiplier'), rateBp: z.int().min(0).max(1_000_000) }),
  z.strictObject({ of: z.literal('prioritySupport') }),
  z.strictObject({ of: z.literal('extendedReturns'), days }),
  z.strictObject({ of: z.literal('earlyAccess'), hours: z.int().min(0).max(8_784) }),
  z.strictObject({ of: z.literal('custom') }),
])

/** What a benefit is about in more words; none are needed, and Chinese stands in for English. */
const description = z
  .strictObject({ zh: z.string().trim().max(200), en: z.string().trim().max(400) })
  .overwrite(({ zh, en }) => ({ zh, en: en === '' ? zh : en }))

const benefit = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,48}$/),
  levelId: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  for: z.enum(['everyone', 'paidOnly']),
  name,
  description,
  icon: z
    .string()
    .regex(/^[a-z][A-Za-z]{0,23}$/)
    .nullable(),
  /** Told, and taken from what is saved: see rules/benefits/addedOn.ts. */
  addedOn: day,
  perk,
})

/** What the levels give, as a merchant edits it. */
export const benefitRules: z.ZodType<BenefitRules, BenefitRules> = z.strictObject({
  benefits: z.array(benefit).max(MOST_BENEFITS),
})
