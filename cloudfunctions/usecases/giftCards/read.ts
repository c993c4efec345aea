import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { givenFace } from './faces'
import { readOwnCard } from './ownCard'

export const read: UseCase<'giftCards.read'> = async (call, { id }) => {
  const [own, { giftCards }] = await Promise.all([readOwnCard(call, id), call.settings()])
  return own.ok ? ok(givenFace(own.value, giftCards, call.today)) : own
}
