import * as z from 'zod'
import { day, fen, instant, words } from './shapes'

export const giftCardId = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/)

/** The number of a purchase, which is the number of its payment too. */
export const purchaseId = z.string().regex(/^[0-9A-Za-z_-]{1,32}$/)

const cardState = z.enum(['draft', 'paid', 'shared', 'claimed', 'refunded', 'expired', 'voided'])

export const purchaseState = z.enum(['waiting', 'paid', 'over', 'late'])

export const designFace = z.strictObject({ id: z.string(), name: words, picture: z.string() })

/** Whatever carries a code: a scene, a link, what was scanned or typed. */
export const codeText = z.string().trim().min(1).max(2_000)

/** What a giver writes with a card, and how they sign. */
export const message = z.string().trim().max(60)
export const signature = z.string().trim().max(16)

/** Stored value that is to pay for cards: its principal alone. */
export const balanceChoice = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('none') }),
  z.strictObject({ of: z.literal('all') }),
  z.strictObject({ of: z.literal('upTo'), amountFen: fen.min(1).max(10_000_000) }),
])

/** A card as its giver sees it. */
export const givenCard = z.strictObject({
  id: giftCardId,
  state: cardState,
  design: designFace,
  message: z.string(),
  from: z.string(),
  principalFen: fen,
  bonusFen: fen,
  /** How it stands, in a sentence. */
  says: words,
  soldAt: instant.nullable(),
  validUntil: day.nullable(),
  canShare: z.boolean(),
  /** What a refund would give back now, and where to; null when there is none. */
  refund: z.strictObject({ wechatFen: fen, balanceFen: fen }).nullable(),
})

/** A card as somebody sees it who has its code. */
export const foundCard = z.strictObject({
  state: z.enum(['claimable', 'mine', 'claimed', 'notActive', 'refunded', 'expired', 'voided']),
  design: designFace,
  message: z.string(),
  from: z.string(),
  principalFen: fen,
  bonusFen: fen,
  says: words,
  validUntil: day.nullable(),
})

export const givenPlace = z.strictObject({ at: instant, id: giftCardId })

export const batchId = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/)

export const batchFace = z.strictObject({
  id: batchId,
  name: z.string(),
  design: designFace,
  principalFen: fen,
  bonusFen: fen,
  count: z.int(),
  made: z.int(),
  state: z.enum(['making', 'made', 'exported']),
  createdAt: instant,
  exportedAt: instant.nullable(),
})

/** A card as the people of the shop see it; of its code nobody sees anything. */
export const shopCard = z.strictObject({
  id: giftCardId,
  /** Of a printed one. */
  number: z.int().nullable(),
  state: cardState,
  principalFen: fen,
  bonusFen: fen,
  says: words,
  validUntil: day.nullable(),
})
