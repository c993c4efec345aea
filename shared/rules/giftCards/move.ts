import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import {
  giverOf,
  hasExpired,
  type CardState,
  type Claimed,
  type Ending,
  type GiftCard,
  type Sale,
} from './card'

/** What can be done to a card. */
export type CardMove =
  | { readonly does: 'pay'; readonly sale: Sale }
  | { readonly does: 'share' }
  | { readonly does: 'claim'; readonly claim: Claimed }
  | { readonly does: 'refund' | 'expire' | 'void'; readonly end: Ending }
  /** A printed card whose days were over is good again: its value is nobody's to give back to. */
  | { readonly does: 'reactivate'; readonly validUntil: Day }

/** Where each move leads from where; what is not here is refused. Nothing leads out of `claimed`, `refunded` and `voided`. */
export const MOVES: Readonly<Record<CardMove['does'], Readonly<Partial<Record<CardState, CardState>>>>> = {
  pay: { draft: 'paid' },
  share: { paid: 'shared', shared: 'shared' },
  claim: { paid: 'claimed', shared: 'claimed' },
  refund: { paid: 'refunded', shared: 'refunded' },
  expire: { paid: 'expired', shared: 'expired' },
  void: { draft: 'voided', paid: 'voided', shared: 'voided' },
  reactivate: { expired: 'paid' },
}

/** Why a card cannot be moved. None says who did what to it. */
export type CardRefusal =
  | {
      readonly code:
        | 'GIFT_CARD_NOT_PAID'
        | 'GIFT_CARD_PAID'
        | 'GIFT_CARD_CLAIMED'
        | 'GIFT_CARD_REFUNDED'
        | 'GIFT_CARD_VOIDED'
        | 'GIFT_CARD_NOT_BOUGHT'
        | 'GIFT_CARD_HAS_GIVER'
    }
  | { readonly code: 'GIFT_CARD_EXPIRED' | 'GIFT_CARD_NOT_OVER'; readonly validUntil: Day }

/** The card after a move. One that is done already, by the same person or payment, changes nothing: it may be repeated. */
export function moveCard(card: GiftCard, move: CardMove, today: Day): Result<GiftCard, CardRefusal> {
  if (isDone(card, move)) return ok(card)
  if (!MOVES[move.does][card.state]) return refuse(refusalOf(card))
  const refusal = whyNot(card, move, today)
  return refusal ? refuse(refusal) : ok(moved(card, move))
}

/** Why a card of this state cannot be claimed today; null where it can be. It never says by whom. */
export function whyNotClaimable(card: GiftCard, today: Day): CardRefusal | null {
  if (!MOVES.claim[card.state]) return refusalOf(card)
  return hasExpired(card, today) ? refusalOf({ ...card, state: 'expired' } as GiftCard) : null
}

function isDone({ state, sale, claim }: GiftCard, move: CardMove): boolean {
  switch (move.does) {
    case 'pay':
      return sale?.id === move.sale.id
    case 'share':
      return state === 'shared'
    case 'claim':
      return claim?.by === move.claim.by
    case 'refund':
      return state === 'refunded'
    case 'expire':
      return state === 'expired'
    case 'void':
      return state === 'voided'
    case 'reactivate':
      return state === 'paid' && sale.validUntil === move.validUntil
  }
}

function refusalOf({ state, sale }: GiftCard): CardRefusal {
  switch (state) {
    case 'draft':
      return { code: 'GIFT_CARD_NOT_PAID' }
    case 'paid':
    case 'shared':
      return { code: 'GIFT_CARD_PAID' }
    case 'claimed':
      return { code: 'GIFT_CARD_CLAIMED' }
    case 'refunded':
      return { code: 'GIFT_CARD_REFUNDED' }
    case 'expired':
      return { code: 'GIFT_CARD_EXPIRED', validUntil: sale.validUntil }
    case 'voided':
      return { code: 'GIFT_CARD_VOIDED' }
  }
}

function whyNot(card: GiftCard, move: CardMove, today: Day): CardRefusal | null {
  switch (move.does) {
    case 'pay':
    case 'void':
      return null
    case 'share':
    case 'claim':
      return whyNotClaimable(card, today)
    case 'refund':
      if (card.origin.of !== 'purchase') return { code: 'GIFT_CARD_NOT_BOUGHT' }
      return whyNotClaimable(card, today)
    case 'expire':
      if (hasExpired(card, today) || !card.sale) return null
      return { code: 'GIFT_CARD_NOT_OVER', validUntil: card.sale.validUntil }
    case 'reactivate':
      return giverOf(card) === null ? null : { code: 'GIFT_CARD_HAS_GIVER' }
  }
}

function moved(card: GiftCard, move: CardMove): GiftCard {
  switch (move.does) {
    case 'pay':
      return { ...card, state: 'paid', sale: move.sale, claim: null, end: null }
    case 'share':
      return { ...card, state: 'shared', sale: saleOf(card), claim: null, end: null }
    case 'claim':
      return { ...card, state: 'claimed', sale: saleOf(card), claim: move.claim, end: null }
    case 'refund':
      return { ...card, state: 'refunded', sale: saleOf(card), claim: null, end: move.end }
    case 'expire':
      return { ...card, state: 'expired', sale: saleOf(card), claim: null, end: move.end }
    case 'void':
      return { ...card, state: 'voided', claim: null, end: move.end }
    case 'reactivate':
      return {
        ...card,
        state: 'paid',
        sale: { ...saleOf(card), validUntil: move.validUntil },
        claim: null,
        end: null,
      }
  }
}

function saleOf({ _id, sale }: GiftCard): Sale {
  if (!sale) throw new Error(`card ${_id} was never sold`)
  return sale
}
