import * as z from 'zod'
import { defineContract } from './contract'
import { PREPAY_ERRORS } from './prepayErrors'
import {
  balanceChoice,
  batchFace,
  batchId,
  codeText,
  designFace,
  foundCard,
  giftCardId,
  givenCard,
  givenPlace,
  message,
  purchaseId,
  purchaseState,
  shopCard,
  signature,
} from './giftCardShapes'
import { balances, day, fen, instant, paymentParameters } from './shapes'

const CARD_ERRORS = [
  'GIFT_CARD_NOT_PAID',
  'GIFT_CARD_PAID',
  'GIFT_CARD_CLAIMED',
  'GIFT_CARD_REFUNDED',
  'GIFT_CARD_VOIDED',
  'GIFT_CARD_NOT_BOUGHT',
  'GIFT_CARD_HAS_GIVER',
  'GIFT_CARD_EXPIRED',
  'GIFT_CARD_NOT_OVER',
] as const

const amounts = z.array(z.strictObject({ amountFen: fen, bonusFen: fen }))
const range = z.strictObject({ leastFen: fen, mostFen: fen }).nullable()

/** What cards can be bought, and what may pay for them. */
export const offer = defineContract({
  name: 'giftCards.offer',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    isOn: z.boolean(),
    /** False where the shop takes no payments for cards. */
    canPay: z.boolean(),
    designs: z.array(designFace),
    amounts,
    anyAmount: range,
    mostAtOnce: z.int(),
    /** Principal that can pay for cards; null where the shop takes none. */
    balanceFen: fen.nullable(),
    bearerYears: z.int(),
  }),
  errors: [],
})

/**
 * Buys cards that are all alike, by what was shown; answers with what opens the payment sheet, null where nothing is
 * left to pay or WeChat gave none: `giftCards.pay` asks again.
 */
export const buy = defineContract({
  name: 'giftCards.buy',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({
    designId: z.string().min(1).max(48),
    amountFen: fen.min(1).max(10_000_000),
    count: z.int().min(1).max(1_000),
    message,
    from: signature,
    balance: balanceChoice,
    /** What was shown to come on top of each card. */
    seenBonusFen: fen.min(0),
  }),
  output: z.strictObject({
    purchaseId,
    priceFen: fen,
    balanceFen: fen,
    wechatFen: fen,
    state: purchaseState,
    payment: paymentParameters.nullable(),
  }),
  errors: [
    'GIFT_CARDS_OFF',
    'GIFT_CARD_DESIGN_UNKNOWN',
    'GIFT_CARD_AMOUNT_UNKNOWN',
    'GIFT_CARD_COUNT',
    'GIFT_CARD_ABOVE_BEARER',
    'GIFT_CARD_BALANCE_NOT_TAKEN',
    'GIFT_CARD_OFFER_CHANGED',
    'PAYMENT_NOT_OFFERED',
    'WALLET_SHORT',
    'WALLET_TOO_MANY_HOLDS',
  ],
})

/** What opens the payment sheet for cards that wait to be paid for. */
export const pay = defineContract({
  name: 'giftCards.pay',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ purchaseId }),
  output: z.strictObject({ payment: paymentParameters }),
  errors: ['GIFT_PURCHASE_NOT_FOUND', ...PREPAY_ERRORS],
})

/** How a purchase stands, WeChat having been asked: what it says was paid is booked. */
export const checkPurchase = defineContract({
  name: 'giftCards.checkPurchase',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ purchaseId }),
  output: z.strictObject({ state: purchaseState }),
  errors: ['GIFT_PURCHASE_NOT_FOUND'],
})

/** Lets go of cards that wait to be paid for. Money that comes all the same goes back to the payer. */
export const giveUp = defineContract({
  name: 'giftCards.giveUp',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ purchaseId }),
  output: z.strictObject({ state: purchaseState }),
  errors: ['GIFT_PURCHASE_NOT_FOUND'],
})

/** Cards that the member bought, the latest first, a page at a time by cursor. */
export const list = defineContract({
  name: 'giftCards.list',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ cursor: givenPlace.optional() }),
  output: z.strictObject({
    cards: z.array(givenCard),
    nextCursor: givenPlace.nullable(),
    /** Purchases that wait to be paid. */
    waiting: z.array(z.strictObject({ purchaseId, priceFen: fen, count: z.int(), expiresAt: instant })),
  }),
  errors: [],
})

/** One card of the member's own. */
export const read = defineContract({
  name: 'giftCards.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ id: giftCardId }),
  output: givenCard,
  errors: ['GIFT_CARD_NOT_FOUND'],
})

/** Hands a card on: its code, and the picture of it that a phone scans. Done again it is the same code. */
export const share = defineContract({
  name: 'giftCards.share',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ id: giftCardId }),
  output: z.strictObject({
    card: givenCard,
    /** As links and scenes carry it, and as people type it. */
    code: z.string(),
    printed: z.string(),
    /** A picture as base64, and what it is; null where WeChat makes none now. */
    picture: z.strictObject({ base64: z.string(), type: z.string() }).nullable(),
  }),
  errors: ['GIFT_CARD_NOT_FOUND', 'GIFT_CODE_UNAVAILABLE', ...CARD_ERRORS],
})

/** Has a card back that nobody has claimed, the way it was paid. */
export const refund = defineContract({
  name: 'giftCards.refund',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ id: giftCardId }),
  output: givenCard,
  errors: ['GIFT_CARD_NOT_FOUND', ...CARD_ERRORS],
})

/** What the card of a code holds and how it stands: for anybody, known here or not. A wrong code is counted. */
export const peek = defineContract({
  name: 'giftCards.peek',
  function: 'shopper',
  audience: 'visitor',
  kind: 'command',
  input: z.strictObject({ code: codeText }),
  output: z.strictObject({
    card: foundCard,
    /** Whether whoever asks is a member already. */
    hasJoined: z.boolean(),
  }),
  errors: ['GIFT_CARD_CODE_UNKNOWN', 'GIFT_CARD_TRIES'],
})

/** Claims the card of a code, and joins who was never here: registered, credited and the giver told, or nothing of it. */
export const claim = defineContract({
  name: 'giftCards.claim',
  function: 'shopper',
  audience: 'visitor',
  kind: 'command',
  input: z.strictObject({
    code: codeText,
    /** The version of the privacy terms that were shown. */
    consentVersion: z.string().min(1).max(32),
  }),
  output: z.strictObject({
    principalFen: fen,
    bonusFen: fen,
    /** The claim made a member of whoever claimed. */
    hasRegistered: z.boolean(),
    balances,
  }),
  errors: ['GIFT_CARD_CODE_UNKNOWN', 'GIFT_CARD_TRIES', 'GIFT_CARD_NO_ROOM', ...CARD_ERRORS],
})

/** Begins a batch of printed cards; `carryOnBatch` makes them, and so does the timer. */
export const makeBatch = defineContract({
  name: 'giftCards.makeBatch',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    name: z.string().trim().max(40),
    designId: z.string().max(48),
    count: z.int().min(0).max(1_000_000),
    principalFen: fen.min(0).max(10_000_000),
    bonusFen: fen.min(0).max(10_000_000),
  }),
  output: z.strictObject({ batch: batchFace }),
  errors: ['GIFT_BATCH_IMPOSSIBLE'],
})

/** Makes more cards of a batch, some seconds' worth; answers how far it is. */
export const carryOnBatch = defineContract({
  name: 'giftCards.carryOnBatch',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: batchId }),
  output: z.strictObject({ batch: batchFace }),
  errors: ['GIFT_BATCH_NOT_FOUND'],
})

/** The latest batches, and the last alarm about wrong codes. */
export const batches = defineContract({
  name: 'giftCards.batches',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    batches: z.array(batchFace),
    alarm: z.strictObject({ at: instant, wrong: z.int(), since: instant }).nullable(),
  }),
  errors: [],
})

/** One batch with what became of its cards. */
export const batch = defineContract({
  name: 'giftCards.batch',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ id: batchId }),
  output: z.strictObject({
    batch: batchFace,
    figures: z.strictObject({
      count: z.int(),
      sold: z.int(),
      claimed: z.int(),
      voided: z.int(),
      soldFen: fen,
      openFen: fen,
    }),
  }),
  errors: ['GIFT_BATCH_NOT_FOUND'],
})

/**
 * The codes of a batch, once: a slice at a time under one `exportId`, which the same export may ask for again while it
 * is fresh. Every other export is refused.
 */
export const exportBatch = defineContract({
  name: 'giftCards.exportBatch',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    id: batchId,
    exportId: z.string().min(8).max(64),
    from: z.int().min(1).max(1_000_000),
  }),
  output: z.strictObject({
    /** The number of each card, its code as people type it and as links carry it. */
    codes: z.array(z.strictObject({ number: z.int(), printed: z.string(), code: z.string() })),
    /** Where to go on; null when that was all. */
    next: z.int().nullable(),
  }),
  errors: ['GIFT_BATCH_NOT_FOUND', 'GIFT_BATCH_NOT_MADE', 'GIFT_BATCH_EXPORTED', 'GIFT_BATCH_NUMBERS'],
})

/** Makes printed cards good that are being sold, by their numbers: some at a time, `next` says where to go on. */
export const activate = defineContract({
  name: 'giftCards.activate',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({
    id: batchId,
    from: z.int().min(1).max(1_000_000),
    to: z.int().min(1).max(1_000_000),
  }),
  output: z.strictObject({ activated: z.int(), validUntil: day, next: z.int().nullable() }),
  errors: ['GIFT_BATCH_NOT_FOUND', 'GIFT_BATCH_NOT_EXPORTED', 'GIFT_BATCH_NUMBERS'],
})

/** Cards of a batch by their numbers, a page at a time; or one card by its own id. */
export const cards = defineContract({
  name: 'giftCards.cards',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('batch'), id: batchId, from: z.int().min(1).max(1_000_000) }),
    z.strictObject({ of: z.literal('card'), id: giftCardId }),
  ]),
  output: z.strictObject({ cards: z.array(shopCard), next: z.int().nullable() }),
  errors: [],
})

/** Makes a card void that nobody has claimed: what was paid goes back the way it came. */
export const voidOne = defineContract({
  name: 'giftCards.void',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: giftCardId, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ card: shopCard }),
  errors: ['GIFT_CARD_NOT_FOUND', ...CARD_ERRORS],
})

/** Makes a printed card good again whose days were over. */
export const reactivate = defineContract({
  name: 'giftCards.reactivate',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({ id: giftCardId }),
  output: z.strictObject({ card: shopCard }),
  errors: ['GIFT_CARD_NOT_FOUND', ...CARD_ERRORS],
})
