import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Leg } from '../account/entry'
import { roomFen, sizeOf } from '../wallet/room'
import type { PrepaidRules } from '../wallet/settings'
import type { Wallet } from '../wallet/wallet'
import { withCardLot } from './back'
import { giverOf, type GiftCard } from './card'
import { claimedLegs } from './legs'
import { moveCard, type CardRefusal } from './move'

/** Who claims: anybody, a member or not. */
export interface Claimer {
  readonly member: string
  readonly hasJoined: boolean
  readonly wallet: Wallet
}

export type ClaimRefusal =
  | CardRefusal
  /** The wallet would hold more than it may: some of it has to be spent first. The card stays as it is. */
  | { readonly code: 'GIFT_CARD_NO_ROOM'; readonly roomFen: number; readonly mostFen: number }

export type Claim =
  | {
      readonly of: 'first'
      readonly card: GiftCard
      readonly wallet: Wallet
      readonly legs: readonly Leg[]
      /** Whether claiming makes the claimer a member, and on whose invitation; null for nobody's. */
      readonly registers: boolean
      readonly inviter: string | null
    }
  /** The same person once more: answered as the first time, and nothing moves. */
  | { readonly of: 'again'; readonly card: GiftCard }

/** What claiming a card does. The card, the claimer's account and what the giver is told change together, or nothing does. */
export function claimCard(
  card: GiftCard,
  { member, hasJoined, wallet }: Claimer,
  prepaid: PrepaidRules,
  { today, at }: { readonly today: Day; readonly at: Instant },
): Result<Claim, ClaimRefusal> {
  const moved = moveCard(card, { does: 'claim', claim: { by: member, at, day: today } }, today)
  if (!moved.ok) return moved
  if (moved.value === card) return ok({ of: 'again', card })
  const room = roomFen(wallet, prepaid)
  if (sizeOf(card, prepaid) > room)
    return refuse({ code: 'GIFT_CARD_NO_ROOM', roomFen: room, mostFen: prepaid.mostFen })
  const giver = giverOf(card)
  return ok({
    of: 'first',
    card: moved.value,
    wallet: withCardLot(wallet, card, card, { today, at }),
    legs: claimedLegs(card),
    registers: !hasJoined,
    inviter: !hasJoined && giver !== member ? giver : null,
  })
}
