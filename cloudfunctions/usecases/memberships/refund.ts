import type { UseCase } from '../../runtime/call'
import { giveBack } from './giveBack'
import { readOwn } from './own'

export const refund: UseCase<'memberships.refund'> = async (call, { purchaseId, seen }) => {
  const own = await readOwn(call, purchaseId)
  return own.ok ? giveBack(call, own.value, { by: 'member', seen, reason: null }) : own
}
