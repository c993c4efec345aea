import * as z from 'zod'
import { defineContract } from './contract'
import { PREPAY_ERRORS } from './prepayErrors'
import { balances, day, fen, instant, memberId, month, paymentParameters, words } from './shapes'
import {
  agreementVersion,
  anyAmountFace,
  planFace,
  refundPart,
  topUpChoice,
  topUpId,
  topUpLot,
  topUpState,
  walletEntry,
  walletRefund,
} from './walletShapes'

/** A top-up that is being paid. */
const waitingTopUp = z.strictObject({
  topUpId,
  payFen: fen,
  bonusFen: fen,
  planName: words.nullable(),
  expiresAt: instant,
})

/** Stored value whole: what there is of each kind, what can be topped up and what can be had back. */
export const read = defineContract({
  name: 'wallet.read',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    today: day,
    principalFen: fen,
    bonusFen: fen,
    /** Of both together, what orders in payment hold. */
    heldFen: fen,
    /** False where the shop takes no payments for stored value. */
    canPay: z.boolean(),
    plans: z.array(planFace),
    /** Amounts of the member's own; null where the shop does not take them. */
    anyAmount: anyAmountFace.nullable(),
    /** How much more may be paid in, and the most that a wallet holds. */
    roomFen: fen,
    mostFen: fen,
    agreement: z.strictObject({ version: agreementVersion, sentences: z.array(words) }),
    waiting: z.array(waitingTopUp),
    /** What can be had back without the shop, top-up by top-up, with the bonus that would go with all of it. */
    refundable: z.array(refundPart.extend({ paidFen: fen, lastDay: day })),
    refundDays: z.int(),
    /** What the member had word of: bonus that becomes something else; null when nothing is to come. */
    yearEnd: z.strictObject({ convertsOn: day, bonusFen: fen, becomes: words }).nullable(),
  }),
  errors: [],
})

/**
 * Begins a top-up by the terms that were shown, and answers with what opens the payment sheet; null when WeChat gave
 * none: `wallet.payTopUp` asks again.
 */
export const topUp = defineContract({
  name: 'wallet.topUp',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ choice: topUpChoice, agreed: agreementVersion }),
  output: z.strictObject({
    topUpId,
    payFen: fen,
    state: topUpState,
    payment: paymentParameters.nullable(),
  }),
  errors: [
    'PAYMENT_NOT_OFFERED',
    'WALLET_AGREEMENT_CHANGED',
    'TOP_UP_UNKNOWN',
    'TOP_UP_NOT_NOW',
    'TOP_UP_FIRST_ONLY',
    'TOP_UP_LIMIT',
    'TOP_UP_TOO_LITTLE',
    'TOP_UP_CEILING',
    'TOP_UP_WAITING',
  ],
})

/** What opens the payment sheet for a top-up that waits to be paid. */
export const payTopUp = defineContract({
  name: 'wallet.payTopUp',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({ topUpId }),
  output: z.strictObject({ payment: paymentParameters }),
  errors: ['TOP_UP_NOT_FOUND', ...PREPAY_ERRORS],
})

/** How a top-up stands, WeChat having been asked: what it says was paid is booked. */
export const checkTopUp = defineContract({
  name: 'wallet.checkTopUp',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ topUpId }),
  output: z.strictObject({ state: topUpState, balances }),
  errors: ['TOP_UP_NOT_FOUND'],
})

/** Lets go of a top-up that waits to be paid. Money that comes all the same goes back to the payer. */
export const giveUpTopUp = defineContract({
  name: 'wallet.giveUpTopUp',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({ topUpId }),
  output: z.strictObject({ state: topUpState }),
  errors: ['TOP_UP_NOT_FOUND'],
})

/** What changed principal or bonus, newest first, a page at a time by cursor; of one month where asked. */
export const ledger = defineContract({
  name: 'wallet.ledger',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    /** What the page before answered as `nextCursor`: the sequence number to go on below. */
    cursor: z.int().min(1).optional(),
    month: month.optional(),
  }),
  output: z.strictObject({
    today: day,
    firstMonth: month,
    entries: z.array(walletEntry),
    nextCursor: z.int().nullable(),
  }),
  errors: [],
})

/** Has money back that was paid in lately, by the member's own right: of one top-up, paid back by WeChat. */
export const refundByRight = defineContract({
  name: 'wallet.refundByRight',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({
    topUpId,
    principalFen: fen.min(1).max(10_000_000),
    /** The bonus that was shown as going with it. */
    bonusFen: fen.min(0),
  }),
  output: walletRefund,
  errors: [
    'WALLET_REFUND_NEEDS_SHOP',
    'WALLET_REFUND_TOO_MUCH',
    'WALLET_REFUND_AT_COUNTER',
    'WALLET_REFUND_CHANGED',
  ],
})

/** A member's wallet, and what a refund of so much would take: everything that is left where no amount is given. */
export const previewRefund = defineContract({
  name: 'wallet.previewRefund',
  function: 'merchant',
  audience: 'manager',
  kind: 'query',
  input: z.strictObject({ member: memberId, principalFen: fen.min(1).max(100_000_000).optional() }),
  output: z.strictObject({
    principalFen: fen,
    bonusFen: fen,
    heldFen: fen,
    lots: z.array(topUpLot),
    /** Null when nothing is left to refund. */
    refund: walletRefund.nullable(),
  }),
  errors: ['MEMBER_NOT_FOUND', 'WALLET_REFUND_TOO_MUCH'],
})

/** Pays principal back that the shop grants, with the bonus that goes with it taken back. */
export const refund = defineContract({
  name: 'wallet.refund',
  function: 'merchant',
  audience: 'manager',
  kind: 'command',
  input: z.strictObject({
    member: memberId,
    principalFen: fen.min(1).max(100_000_000),
    /** What was previewed: the refund is refused when it would be another one by now. */
    seen: z.strictObject({ bonusFen: fen, wechatFen: fen, counterFen: fen }),
    reason: z.string().trim().min(1).max(200),
  }),
  output: walletRefund,
  errors: ['MEMBER_NOT_FOUND', 'WALLET_REFUND_TOO_MUCH', 'WALLET_REFUND_CHANGED'],
})

/** The plans that a member can have over the counter, and why not the others. */
export const offer = defineContract({
  name: 'wallet.offer',
  function: 'merchant',
  audience: 'clerk',
  kind: 'query',
  input: z.strictObject({ member: memberId }),
  output: z.strictObject({
    principalFen: fen,
    bonusFen: fen,
    roomFen: fen,
    plans: z.array(planFace),
    anyAmount: anyAmountFace.nullable(),
    /** What they are offered by: handed back when it is recorded. */
    agreement: z.strictObject({ version: agreementVersion, sentences: z.array(words) }),
  }),
  errors: ['MEMBER_NOT_FOUND'],
})

/** Records a top-up that was paid over the counter, by today's terms. */
export const recordTopUp = defineContract({
  name: 'wallet.recordTopUp',
  function: 'merchant',
  audience: 'clerk',
  kind: 'command',
  input: z.strictObject({ member: memberId, choice: topUpChoice, agreed: agreementVersion }),
  output: z.strictObject({ topUpId, payFen: fen, bonusFen: fen, balances }),
  errors: [
    'MEMBER_NOT_FOUND',
    'WALLET_AGREEMENT_CHANGED',
    'TOP_UP_UNKNOWN',
    'TOP_UP_NOT_NOW',
    'TOP_UP_FIRST_ONLY',
    'TOP_UP_LIMIT',
    'TOP_UP_TOO_LITTLE',
    'TOP_UP_CEILING',
    'TOP_UP_WAITING',
  ],
})
