import * as z from 'zod'
import type { CouponRules } from '@shared/rules/coupons/template'
import { requirement, stacking } from './benefitRules'
import { name } from './settingShapes'
import { goods } from './settingsValues'
import { day, fen, instant, memberId, words } from './shapes'

export const templateId = z.string().regex(/^[A-Za-z0-9_-]{1,48}$/)

export const couponId = z.string().min(1).max(200)

const takesOffKind = z.enum(['cashOff', 'percentOff', 'freeShipping', 'exchange'])

/** A coupon as people read it: what it is worth, how it stands, and every rule before it is used. */
export const couponFace = z.strictObject({
  id: couponId,
  kind: takesOffKind,
  name: words,
  /** What one use is worth: ¥20, 8.8 折, 免邮. */
  worth: words,
  /** `upcoming` can be used from a later day; `inOrder` is held by an order that is not paid yet. */
  standing: z.enum(['usable', 'upcoming', 'inOrder', 'used', 'expired', 'voided']),
  /** How often it can still be used. */
  usesLeft: z.int().min(0),
  /** How often it can be used in all. */
  uses: z.int().min(1),
  validFrom: day,
  validUntil: day,
  /** The day of its last use. */
  usedOn: day.nullable(),
  /** Why the store made it void. */
  voidedBecause: z.string().nullable(),
  /** What it asks for, one sentence each. */
  terms: z.array(words),
  /** What it came from. */
  from: words,
})

/** A place among coupons: those of one last day are in the order of their ids. */
export const couponPlace = z.strictObject({ day, id: couponId })

// Whether amounts are above zero, and what goes with what, the rules say with their reasons: see rules/coupons/impossible.ts.
const amountFen = fen.min(0).max(10_000_000)

const takesOff = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cashOff'), amountFen }),
  z.strictObject({
    kind: z.literal('percentOff'),
    rateBp: z.int().min(0).max(10_000),
    capFen: amountFen.nullable(),
  }),
  z.strictObject({ kind: z.literal('freeShipping') }),
  z.strictObject({ kind: z.literal('exchange'), quantity: z.int().min(0).max(1_000) }),
])

const validity = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('dates'), from: day, to: day }),
  z.strictObject({ of: z.literal('days'), days: z.int().min(0).max(3_660) }),
  z.strictObject({ of: z.literal('birthdayMonth') }),
])

const audience = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('everyone') }),
  z.strictObject({ of: z.literal('levels'), levels: z.array(z.string().min(1).max(32)).max(20) }),
])

/** A template as a merchant edits it. */
export const couponRules: z.ZodType<CouponRules, CouponRules> = z.strictObject({
  name,
  takesOff,
  goods,
  requirement,
  stacking,
  validity,
  audience,
  perMember: z.int().min(0).max(1_000),
  total: z.int().min(0).max(100_000_000).nullable(),
  claimable: z.boolean(),
  isOn: z.boolean(),
})

/** A template in words. */
export const templateFace = z.strictObject({
  id: templateId,
  kind: takesOffKind,
  name: words,
  worth: words,
  /** What it asks for, and when it can be used. */
  terms: z.array(words),
  validity: words,
})

/** Why somebody gets none. */
export const issueRefusalCode = z.enum([
  'COUPON_TEMPLATE_NOT_FOUND',
  'COUPON_TEMPLATE_OFF',
  'COUPON_TEMPLATE_OVER',
  'COUPON_NOT_CLAIMABLE',
  'COUPON_SOLD_OUT',
  'COUPON_NOT_FOR_LEVEL',
  'COUPON_NEEDS_BIRTHDAY',
  'COUPON_LIMIT',
  'MEMBER_NOT_FOUND',
])

/** Giving to a file of members: how far it has come. */
export const couponJob = z.strictObject({
  id: z.string(),
  template: templateId,
  reason: z.string(),
  state: z.enum(['running', 'done']),
  members: z.int().min(0),
  done: z.int().min(0),
  given: z.int().min(0),
  /** The members of the file who got none, and why. */
  rejected: z.array(z.strictObject({ member: memberId, code: issueRefusalCode })),
  startedAt: instant,
  finishedAt: instant.nullable(),
})
