import type { Refusal } from '@shared/contracts/errors'
import { yuanText } from '@shared/kernel/fen'
import type { Instant } from '@shared/kernel/businessDay'
import type { ClaimRefusal } from '@shared/rules/giftCards/claim'
import type { CardRefusal } from '@shared/rules/giftCards/move'
import type { OfferRefusal, PayRefusal } from '@shared/rules/giftCards/offer'
import type { BatchRefusal } from '@shared/rules/giftCards/batch'
import { dayOf } from '@shared/kernel/businessDay'
import type { TriesRefusal } from '@shared/rules/giftCards/tries'
import type { HoldRefusal } from '@shared/rules/wallet/hold'

/** Why a card cannot be moved, with what its words name. */
export function cardRefusal<R extends ClaimRefusal>(refusal: R): Refusal<R['code']> {
  const { code } = refusal
  if ('validUntil' in refusal) return { code, data: { validUntil: refusal.validUntil } }
  if ('roomFen' in refusal) {
    const { roomFen, mostFen } = refusal
    return { code, data: { room: yuanText(roomFen), most: yuanText(mostFen), roomFen, mostFen } }
  }
  return { code }
}

export type MoveRefusal = Refusal<CardRefusal['code']>

/** Why cards cannot be bought. */
export function buyRefusal(
  refusal: OfferRefusal | PayRefusal | HoldRefusal,
): Refusal<(OfferRefusal | PayRefusal | HoldRefusal)['code']> {
  switch (refusal.code) {
    case 'GIFT_CARD_COUNT':
    case 'WALLET_TOO_MANY_HOLDS':
      return { code: refusal.code, data: { most: refusal.most } }
    case 'GIFT_CARD_ABOVE_BEARER':
      return { code: refusal.code, data: { most: yuanText(refusal.mostFen), mostFen: refusal.mostFen } }
    case 'WALLET_SHORT': {
      const { freeFen, missingFen } = refusal
      const data = { free: yuanText(freeFen), missing: yuanText(missingFen), freeFen, missingFen }
      return { code: refusal.code, data }
    }
    default:
      return { code: refusal.code }
  }
}

/** How long a person has to wait, told in whole minutes. */
export function triesRefusal({ code, until }: TriesRefusal, at: Instant): Refusal<'GIFT_CARD_TRIES'> {
  return { code, data: { minutes: Math.max(1, Math.ceil((until - at) / 60_000)), until } }
}

export function batchRefusal<R extends BatchRefusal>(refusal: R): Refusal<R['code']> {
  const { code } = refusal
  if ('made' in refusal) return { code, data: { made: refusal.made, count: refusal.count } }
  if ('count' in refusal) return { code, data: { count: refusal.count } }
  if ('at' in refusal) return { code, data: { day: dayOf(refusal.at) } }
  return { code }
}
