import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { askBack } from './askBack'
import { endCard } from './endCard'
import { givenFace } from './faces'
import { readOwnCard } from './ownCard'

export const refund: UseCase<'giftCards.refund'> = async (call, { id }) => {
  const [own, settings] = await Promise.all([readOwnCard(call, id), call.settings()])
  if (!own.ok) return own
  const ended = await endCard(call, settings, own.value, { does: 'refund', by: 'member', reason: null })
  if (!ended.ok) return ended
  await askBack(call, ended.value)
  return ok(givenFace(ended.value, settings.giftCards, call.today))
}
