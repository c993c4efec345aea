import { refuse } from '@shared/kernel/result'
import { readPurchase } from '../../database/memberships'
import type { UseCase } from '../../runtime/call'
import { previewOf } from './previewOf'
import { NOT_FOUND } from './refusals'

export const previewMemberRefund: UseCase<'memberships.previewMemberRefund'> = async (
  call,
  { purchaseId },
) => {
  const purchase = await readPurchase(call.cloud, purchaseId)
  return purchase ? previewOf(call, purchase, `staff:${call.memberId}`) : refuse(NOT_FOUND)
}
