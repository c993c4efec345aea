import { ok, refuse } from '@shared/kernel/result'
import { readCard } from '../../database/giftCards'
import type { UseCase } from '../../runtime/call'
import { askBack } from './askBack'
import { endCard } from './endCard'
import { shopFace } from './faces'

export const voidCard: UseCase<'giftCards.void'> = async (call, { id, reason }) => {
  const [card, settings] = await Promise.all([readCard(call.cloud, id), call.settings()])
  if (!card) return refuse({ code: 'GIFT_CARD_NOT_FOUND' })
  const by = `staff:${call.memberId}` as const
  const ended = await endCard(call, settings, card, { does: 'void', by, reason })
  if (!ended.ok) return ended
  await askBack(call, ended.value)
  return ok({ card: shopFace(ended.value, call.today) })
}
