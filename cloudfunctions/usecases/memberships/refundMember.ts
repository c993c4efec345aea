import { refuse } from '@shared/kernel/result'
import { readPurchase } from '../../database/memberships'
import type { UseCase } from '../../runtime/call'
import { giveBack } from './giveBack'
import { NOT_FOUND } from './refusals'

export const refundMember: UseCase<'memberships.refundMember'> = async (
  call,
  { purchaseId, seen, reason },
) => {
  const purchase = await readPurchase(call.cloud, purchaseId)
  if (!purchase) return refuse(NOT_FOUND)
  return giveBack(call, purchase, { by: `staff:${call.memberId}`, seen, reason })
}
