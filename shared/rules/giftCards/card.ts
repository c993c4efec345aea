import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { StaffMember } from '../coupons/coupon'
import type { Funds, Part } from '../wallet/wallet'

/** How a card came to be: somebody bought it, their bonus became it at the end of a year, or it was printed for a launch. */
export type CardOrigin =
  | { readonly of: 'purchase'; readonly buyer: string; readonly purchaseId: string }
  | { readonly of: 'yearEnd'; readonly member: string; readonly year: number }
  | { readonly of: 'batch'; readonly batchId: string; readonly number: number }

/** What paid for a card, in fen: by WeChat Pay, at the till, or principal out of the buyer's top-ups. */
export interface CardTender {
  readonly wechatFen: number
  readonly counterFen: number
  readonly parts: readonly Part[]
}

/** Since when a card is good, through which day, and what was paid for it. */
export interface Sale extends CardTender {
  /** The payment or the activation that it came by. */
  readonly id: string
  readonly at: Instant
  readonly day: Day
  readonly validUntil: Day
}

export interface Claimed {
  readonly by: string
  readonly at: Instant
  readonly day: Day
}

/** Where what an unclaimed card held goes: the way it was paid, or into the giver's wallet as a lot of its own. */
export interface CardBack extends CardTender {
  readonly toWallet: Funds
}

export interface Ending {
  readonly by: 'member' | 'system' | StaffMember
  readonly at: Instant
  readonly day: Day
  /** Why the shop made it void; null where nobody is asked. */
  readonly reason: string | null
  readonly back: CardBack
}

/**
 * `draft` until it is paid for, or sold where it is a printed one; `paid` and, once its giver has handed it on, `shared`:
 * whoever has the code can claim it. Past its last day it has expired, even before the timer says so.
 */
type Standing =
  | { readonly state: 'draft'; readonly sale: null; readonly claim: null; readonly end: null }
  | { readonly state: 'paid' | 'shared'; readonly sale: Sale; readonly claim: null; readonly end: null }
  | { readonly state: 'claimed'; readonly sale: Sale; readonly claim: Claimed; readonly end: null }
  | {
      readonly state: 'refunded' | 'expired'
      readonly sale: Sale
      readonly claim: null
      readonly end: Ending
    }
  | { readonly state: 'voided'; readonly sale: Sale | null; readonly claim: null; readonly end: Ending }

export type CardState = Standing['state']

/** A gift card: what it holds and who gives it never change. Of its code only the hash is kept. */
export type GiftCard = Funds & {
  readonly _id: string
  readonly schemaVersion: 1
  readonly codeHash: string
  readonly origin: CardOrigin
  readonly designId: string
  /** What the giver says with it; empty for nothing. */
  readonly message: string
  /** How its giver signs; empty for nothing. */
  readonly from: string
} & Standing

/** A card that nobody has paid for yet. */
export function newCard(made: Omit<GiftCard, 'schemaVersion' | keyof Standing>): GiftCard {
  return { ...made, schemaVersion: 1, state: 'draft', sale: null, claim: null, end: null }
}

/** Who gives it; null for a printed one. */
export function giverOf({ origin }: Pick<GiftCard, 'origin'>): string | null {
  switch (origin.of) {
    case 'purchase':
      return origin.buyer
    case 'yearEnd':
      return origin.member
    case 'batch':
      return null
  }
}

/** True for one that can be claimed no more because its days are over, whether the timer has said so or not. */
export function hasExpired({ state, sale }: GiftCard, today: Day): boolean {
  return state === 'expired' || ((state === 'paid' || state === 'shared') && sale.validUntil < today)
}
