import type { UseCase } from '../../runtime/call'
import { readOwn } from './own'
import { previewOf } from './previewOf'

export const previewRefund: UseCase<'memberships.previewRefund'> = async (call, { purchaseId }) => {
  const own = await readOwn(call, purchaseId)
  return own.ok ? previewOf(call, own.value, 'member') : own
}
