import { ok } from '@shared/kernel/result'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { foundFace } from './faces'
import { findByCode } from './findByCode'

export const peek: UseCase<'giftCards.peek'> = async (call, { code }) => {
  const { cloud, memberId, today } = call
  const found = await findByCode(call, code)
  if (!found.ok) return found
  const [account, { giftCards }] = await Promise.all([readAccount(cloud, memberId), call.settings()])
  return ok({
    card: foundFace(found.value, memberId, giftCards, today),
    hasJoined: account?.joined != null,
  })
}
