import * as z from 'zod'
import { balances, day, entryKind, fen, growth, instant, points, words } from './shapes'

/** The number of a top-up, which is the number of its payment too. */
export const topUpId = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/)

/** The version of an agreement, as it was shown. */
export const agreementVersion = z.string().regex(/^\d{1,6}\.\d{1,9}$/)

const channel = z.enum(['wechat', 'counter'])

/** What comes on top of a top-up, as people read it. */
const giftFace = z.strictObject({
  bonusFen: fen,
  points,
  growth,
  coupons: z.array(
    z.strictObject({
      templateId: z.string(),
      name: words,
      /** What one is worth: ¥20, 8.8 折, 免邮. */
      worth: words,
      count: z.int().min(1),
    }),
  ),
})

/** A plan on sale today; `refusal` says why this member can't have it. */
export const planFace = z.strictObject({
  id: z.string(),
  name: words,
  payFen: fen,
  gift: giftFace,
  to: day.nullable(),
  isFirstOnly: z.boolean(),
  mostPerMember: z.int().nullable(),
  refusal: z.strictObject({ code: z.string(), words }).nullable(),
})

/** Amounts of a member's own, from so much on, and what comes with them. */
export const anyAmountFace = z.strictObject({
  leastFen: fen,
  brackets: z.array(z.strictObject({ fromFen: fen, bonusRateBp: z.int(), gift: giftFace })),
})

/** What a member chooses to pay in: a plan, or an amount of their own. */
export const topUpChoice = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('plan'), planId: z.string().min(1).max(48) }),
  z.strictObject({ of: z.literal('amount'), payFen: fen.min(1).max(10_000_000) }),
])

/** One top-up, and what is left of it. */
export const topUpLot = z.strictObject({
  id: z.string(),
  day,
  /** Null for several early ones that were made one. */
  paidBy: channel.nullable(),
  paidFen: fen,
  givenFen: fen,
  principalFen: fen,
  bonusFen: fen,
})

/** What goes back of one top-up: principal by a channel, and the bonus that goes with it. */
export const refundPart = z.strictObject({
  topUpId: z.string(),
  day,
  principalFen: fen,
  bonusFen: fen,
  payBack: channel,
})

/** What a refund of the wallet takes, and where to. */
export const walletRefund = z.strictObject({
  principalFen: fen,
  bonusFen: fen,
  wechatFen: fen,
  counterFen: fen,
  parts: z.array(refundPart),
})

/** How far a top-up's payment is; `late`: it came when nobody waited for it, and goes back to the payer. */
export const topUpState = z.enum(['waiting', 'paid', 'over', 'late'])

/** One entry of stored value as its member reads it. */
export const walletEntry = z.strictObject({
  id: z.string(),
  seq: z.int().min(1),
  kind: entryKind,
  at: instant,
  day,
  reason: words,
  /** What it changed of each kind; negative takes away. */
  principal: fen,
  bonus: fen,
  after: balances,
})
