import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { giverOf, type GiftCard } from '@shared/rules/giftCards/card'
import { readCard } from '../../database/giftCards'
import type { Call } from '../../runtime/call'

/** A card that the caller gives; what another one gives is not found. */
export async function readOwnCard(
  { cloud, memberId }: Pick<Call, 'cloud' | 'memberId'>,
  id: string,
): Promise<Result<GiftCard, Refusal<'GIFT_CARD_NOT_FOUND'>>> {
  const card = await readCard(cloud, id)
  return card && giverOf(card) === memberId ? ok(card) : refuse({ code: 'GIFT_CARD_NOT_FOUND' })
}
