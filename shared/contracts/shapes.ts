import * as z from 'zod'

/** Shapes that several contracts share. */
export const words = z.strictObject({ zh: z.string(), en: z.string() })

export const day = z.iso.date()

export const instant = z.int().min(0)

export const fen = z.int()

export const points = z.int()

export const growth = z.int()

/** A member's id in this shop: made of their OPENID, which it does not tell. */
export const memberId = z.string().min(1).max(64)

/** `YYYY-MM` */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const tierId = z.string().min(1).max(32)

/** A level as the tier card shows it; `material` names its colour and surface in the theme. */
export const tierFace = z.strictObject({
  id: tierId,
  name: words,
  rank: z.int().min(0),
  material: z.enum(['paper', 'bronze', 'silver', 'gold', 'diamond', 'black']),
  /** Its own colour, `#rrggbb`; null for the material's. */
  color: z.string().nullable(),
  /** The name of its sign; null for none. */
  icon: z.string().nullable(),
})

/** A benefit as people read it. */
export const benefitFace = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'discount',
    'pointsMultiplier',
    'prioritySupport',
    'extendedReturns',
    'earlyAccess',
    'custom',
    'voucher',
    'freeShippingCoupon',
    'freeShippingQuota',
    'birthdayDiscount',
    'pointsOnUpgrade',
  ]),
  /** For those only who paid for the level. */
  paidOnly: z.boolean(),
  name: words,
  /** What it gives, in a few words; null where its name says it. */
  gives: words.nullable(),
  /** The merchant's own words; empty where there are none. */
  description: words,
  /** The name of a picture; null for the kind's own. */
  icon: z.string().nullable(),
  /** When it is given, how long it is good, what it asks for, what it goes together with. */
  details: z.array(words),
})

/** What the app hands to `wx.requestPayment`, as it is. */
export const paymentParameters = z.strictObject({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

/** A member's birthday, and the first day on which it may be changed. */
export const birthday = z.strictObject({ day, changeableFrom: day })

export const balances = z.strictObject({
  points,
  growth,
  principal: fen,
  bonus: fen,
  /** Points earned that can't be spent yet. */
  pendingPoints: points,
  /** Points owed after a refund: zero or below. */
  pointsDebt: points,
})

export const entryKind = z.enum([
  'memberJoined',
  'checkin',
  'orderImported',
  'orderPaid',
  'orderRefunded',
  'refundedByHand',
  'pointsSpent',
  'pointsReturned',
  'pointsReleased',
  'pointsExpired',
  'growthLapsed',
  'growthRecounted',
  'tierJudged',
  'tierGiven',
  'tierTakenBack',
  'upgradePoints',
  'benefitGranted',
  'toppedUp',
  'walletRefunded',
  'walletRefundReturned',
  'bonusConverted',
  'membershipPaid',
  'membershipRefunded',
  'giftCardsBought',
  'giftCardClaimed',
  'giftCardReturned',
])

/** The kinds of entries that people tell apart. */
export const entryGroup = z.enum(['earned', 'spent', 'refunds', 'expired', 'adjusted', 'tier'])

/** One entry of the journal as a member reads it. */
export const ledgerEntry = z.strictObject({
  id: z.string(),
  seq: z.int().min(1),
  kind: entryKind,
  at: instant,
  day,
  reason: words,
  /** What this entry changed; negative takes away. */
  points,
  growth,
  pendingPoints: points,
  /** Negative is a new debt, positive repays one. */
  pointsDebt: points,
  after: balances,
})
