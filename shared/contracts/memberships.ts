import * as z from 'zod'
import { defineContract } from './contract'
import { PREPAY_ERRORS } from './prepayErrors'
import {
  levelId,
  memberInput,
  membershipPlan,
  paidBy,
  purchaseFace,
  purchaseId,
  purchasePlace,
  refundPreview,
} from './membershipShapes'
import { day, fen, instant, paymentParameters, tierFace } from './shapes'

/** Paid levels as this member can have them, what they have, and what they bought. */
export const read = defineContract({
  name: 'memberships.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.discriminatedUnion('isOn', [
    z.strictObject({ isOn: z.literal(false) }),
    z.strictObject({
      isOn: z.literal(true),
      today: day,
      current: tierFace,
      /** The paid level that runs, through its last day; null for none. */
      running: z.strictObject({ level: tierFace, until: day }).nullable(),
      /** Lower paid levels that wait for it to end. */
      paused: z.array(z.strictObject({ level: tierFace, daysLeft: z.int().min(1) })),
      /** How the shop takes the money. */
      takes: z.strictObject({ wechat: z.boolean(), balance: z.boolean() }),
      freeFen: fen.min(0),
      plans: z.array(membershipPlan),
      waiting: purchaseFace.extend({ expiresAt: instant }).nullable(),
      /** The latest, with what could be had back of it; null where nothing can. */
      purchases: z.array(purchaseFace.extend({ backFen: fen.min(1).nullable() })),
    }),
  ]),
  errors: [],
})

/**
 * Buys, renews or upgrades to a level by the offer that was shown. Paid at once where stored value is enough; else with
 * what opens the payment sheet, null when WeChat gave none: `memberships.pay` asks again.
 */
export const buy = defineContract({
  name: 'memberships.buy',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({
    levelId,
    /** Whether stored value pays what it can. */
    usesBalance: z.boolean(),
    seen: z.strictObject({
      priceFen: fen.min(0),
      validDays: z.int().min(1),
      until: day,
      balanceFen: fen.min(0),
    }),
  }),
  output: z.strictObject({ purchase: purchaseFace, payment: paymentParameters.nullable() }),
  errors: [
    'PAYMENT_NOT_OFFERED',
    'MEMBERSHIP_NOT_SOLD',
    'MEMBERSHIP_HIGHER_RUNS',
    'MEMBERSHIP_CHANGED',
    'MEMBERSHIP_WAITING',
    'WALLET_SHORT',
    'WALLET_TOO_MANY_HOLDS',
  ],
})

/** What opens the payment sheet for a purchase that waits to be paid. */
export const pay = defineContract({
  name: 'memberships.pay',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ purchaseId }),
  output: z.strictObject({ payment: paymentParameters }),
  errors: ['MEMBERSHIP_NOT_FOUND', ...PREPAY_ERRORS],
})

/** How a purchase stands, WeChat having been asked: what it says was paid is booked. */
export const checkPayment = defineContract({
  name: 'memberships.checkPayment',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ purchaseId }),
  output: z.strictObject({ purchase: purchaseFace }),
  errors: ['MEMBERSHIP_NOT_FOUND'],
})

/** Lets go of a purchase that waits to be paid. Money that comes all the same goes back to the payer. */
export const giveUp = defineContract({
  name: 'memberships.giveUp',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ purchaseId }),
  output: z.strictObject({ purchase: purchaseFace }),
  errors: ['MEMBERSHIP_NOT_FOUND'],
})

/** What the member would have back of a purchase today. */
export const previewRefund = defineContract({
  name: 'memberships.previewRefund',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ purchaseId }),
  output: refundPreview,
  errors: ['MEMBERSHIP_NOT_FOUND', 'MEMBERSHIP_NOT_PAID', 'MEMBERSHIP_USED_UP'],
})

/** Gives a purchase back for what was shown: its days are gone at once. One that was given back is answered as it is. */
export const refund = defineContract({
  name: 'memberships.refund',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ purchaseId, seen: paidBy }),
  output: z.strictObject({ purchase: purchaseFace }),
  errors: ['MEMBERSHIP_NOT_FOUND', 'MEMBERSHIP_NOT_PAID', 'MEMBERSHIP_USED_UP', 'MEMBERSHIP_REFUND_CHANGED'],
})

/** A member's purchases, newest first, a page at a time, and the paid level that runs. */
export const ofMember = defineContract({
  name: 'memberships.ofMember',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: memberInput,
  output: z.strictObject({
    running: z.strictObject({ level: tierFace, until: day }).nullable(),
    purchases: z.array(purchaseFace),
    nextCursor: purchasePlace.nullable(),
  }),
  errors: ['MEMBER_NOT_FOUND'],
})

/** What a member would have back of a purchase today. */
export const previewMemberRefund = defineContract({
  name: 'memberships.previewMemberRefund',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ purchaseId }),
  output: refundPreview,
  errors: ['MEMBERSHIP_NOT_FOUND', 'MEMBERSHIP_NOT_PAID', 'MEMBERSHIP_USED_UP'],
})

/** Gives a member's purchase back for what was shown, with a reason that they read. */
export const refundMember = defineContract({
  name: 'memberships.refundMember',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ purchaseId, seen: paidBy, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ purchase: purchaseFace }),
  errors: ['MEMBERSHIP_NOT_FOUND', 'MEMBERSHIP_NOT_PAID', 'MEMBERSHIP_USED_UP', 'MEMBERSHIP_REFUND_CHANGED'],
})
