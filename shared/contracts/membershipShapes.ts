import * as z from 'zod'
import { benefitFace, day, fen, instant, memberId, tierFace, words } from './shapes'

/** The number of a purchase, which is that of its payment too. */
export const purchaseId = z.string().regex(/^[0-9A-Za-z_-]{1,28}$/)

export const levelId = z.string().min(1).max(32)

/** An amount by what it is paid with, or goes back to. */
export const paidBy = z.strictObject({
  bonus: fen.min(0),
  principal: fen.min(0),
  wechat: fen.min(0),
})

const purchaseState = z.enum(['unpaid', 'paid', 'cancelled', 'refunded'])

/** A purchase of days of a level. */
export const purchaseFace = z.strictObject({
  purchaseId,
  levelId,
  level: words,
  state: purchaseState,
  priceFen: fen,
  validDays: z.int().min(1),
  paid: paidBy,
  createdAt: instant,
  paidAt: instant.nullable(),
  refund: z
    .strictObject({
      at: instant,
      by: z.enum(['member', 'shop']),
      usedDays: z.int().min(0),
      usedFen: fen.min(0),
      back: paidBy,
    })
    .nullable(),
})

/** What a refund would give back and why not more, and the level that holds then; the amounts are to be handed back. */
export const refundPreview = z.strictObject({
  paidFen: fen,
  validDays: z.int().min(1),
  usedDays: z.int().min(0),
  unusedDays: z.int().min(1),
  byDaysFen: fen.min(0),
  savedFen: fen.min(0),
  usedFen: fen.min(0),
  back: paidBy,
  backFen: fen.min(1),
  words,
  tier: z.strictObject({ before: tierFace, after: tierFace }),
})

/** What a level would have saved a member on their own orders. */
const savings = z.strictObject({
  from: day,
  to: day,
  orders: z.int().min(0),
  discountFen: fen.min(0),
  freightFen: fen.min(0),
  savedFen: fen.min(0),
  points: z.int().min(0),
  /** Less the price: below zero when it would not have paid. */
  netFen: fen,
  /** The latest orders that it would have been worth something on. */
  each: z.array(z.strictObject({ day, discountFen: fen, freightFen: fen, points: z.int() })),
})

/** A level that is sold, as one member can have it. */
export const membershipPlan = z.strictObject({
  level: tierFace,
  priceFen: fen.min(0),
  validDays: z.int().min(1),
  /** What everybody on it has, and what only those who pay. */
  general: z.array(benefitFace),
  paidOnly: z.array(benefitFace),
  savings,
  /** What buying does; null where it can't be had. */
  offer: z
    .strictObject({
      effect: z.enum(['joins', 'renews', 'upgrades']),
      /** The last day then. */
      until: day,
      /** How much of the price stored value would pay. */
      balanceFen: fen.min(0),
      words,
    })
    .nullable(),
  /** Why it can't be had. */
  whyNot: words.nullable(),
})

export const purchasePlace = z.strictObject({ at: instant, id: purchaseId })

export const memberInput = z.strictObject({ member: memberId, cursor: purchasePlace.optional() })
