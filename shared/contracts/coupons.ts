import * as z from 'zod'
import { defineContract } from './contract'
import {
  couponFace,
  couponId,
  couponJob,
  couponPlace,
  issueRefusalCode,
  templateFace,
  templateId,
} from './couponShapes'
import { day, memberId } from './shapes'

/** The member's coupons of one shelf, a page at a time: usable ones by what lapses first, the others the latest first. */
export const list = defineContract({
  name: 'coupons.list',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    shelf: z.enum(['usable', 'used', 'expired']),
    /** What the page before answered as `nextCursor`. */
    cursor: couponPlace.optional(),
  }),
  output: z.strictObject({
    today: day,
    coupons: z.array(couponFace),
    nextCursor: couponPlace.nullable(),
  }),
  errors: [],
})

/** One of the member's own coupons, with where it came from and all of its rules. */
export const read = defineContract({
  name: 'coupons.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ id: couponId }),
  output: z.strictObject({ today: day, coupon: couponFace }),
  errors: ['COUPON_NOT_FOUND'],
})

/** The coupons that members can take themselves, and whether this member can. */
export const claimable = defineContract({
  name: 'coupons.claimable',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    templates: z.array(
      templateFace.extend({
        /** How many are left for all; null for no end. */
        left: z.int().min(0).nullable(),
        /** How many the member has had, of so many that they can. */
        had: z.int().min(0),
        limit: z.int().min(1),
        /** Why the member cannot take one now; null when they can. */
        closed: issueRefusalCode.nullable(),
      }),
    ),
  }),
  errors: [],
})

const ISSUE_ERRORS = [
  'COUPON_TEMPLATE_NOT_FOUND',
  'COUPON_TEMPLATE_OFF',
  'COUPON_TEMPLATE_OVER',
  'COUPON_NOT_CLAIMABLE',
  'COUPON_SOLD_OUT',
  'COUPON_NOT_FOR_LEVEL',
  'COUPON_NEEDS_BIRTHDAY',
  'COUPON_LIMIT',
] as const

/** The member takes a coupon. The same request again answers with the same coupon. */
export const claim = defineContract({
  name: 'coupons.claim',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ template: templateId }),
  output: z.strictObject({ today: day, coupon: couponFace }),
  errors: ISSUE_ERRORS,
})

/** Why the shop does it, for the member and the books. */
const reason = z.string().trim().min(1).max(60)

/** Gives a member a coupon and tells them. The same request again gives no second one. */
export const give = defineContract({
  name: 'coupons.give',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ member: memberId, template: templateId, reason }),
  output: z.strictObject({ couponId }),
  errors: [...ISSUE_ERRORS, 'MEMBER_NOT_FOUND'],
})

/** Most members of one file. */
const MOST_MEMBERS = 2_000

/** Begins to give a coupon to each member of a file; the minute's timer and `carryOnJob` carry it on. */
export const giveMany = defineContract({
  name: 'coupons.giveMany',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    template: templateId,
    reason,
    members: z.array(memberId).min(1).max(MOST_MEMBERS),
  }),
  output: z.strictObject({ job: couponJob }),
  errors: ['COUPON_TEMPLATE_NOT_FOUND', 'COUPON_TEMPLATE_OFF'],
})

/** Carries a giving on by some seconds, for whoever waits for it. Safe to repeat. */
export const carryOnJob = defineContract({
  name: 'coupons.carryOnJob',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: z.string().min(1).max(160) }),
  output: z.strictObject({ job: couponJob }),
  errors: ['COUPON_JOB_NOT_FOUND'],
})

/** The latest givings to files, the newest first. */
export const jobs = defineContract({
  name: 'coupons.jobs',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({ jobs: z.array(couponJob) }),
  errors: [],
})

/** All coupons that a member has or had, by their last day, a page at a time. */
export const ofMember = defineContract({
  name: 'coupons.ofMember',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ member: memberId, cursor: couponPlace.optional() }),
  output: z.strictObject({
    today: day,
    coupons: z.array(couponFace),
    nextCursor: couponPlace.nullable(),
  }),
  errors: ['MEMBER_NOT_FOUND'],
})

/** Makes a coupon void that was not used. The same again changes nothing. */
export const voidOne = defineContract({
  name: 'coupons.void',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ member: memberId, id: couponId, reason }),
  output: z.strictObject({ couponId }),
  errors: ['COUPON_NOT_FOUND', 'COUPON_USED', 'COUPON_LOCKED', 'COUPON_EXPIRED'],
})
