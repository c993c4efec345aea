import { createHash } from 'node:crypto'
import type { Call } from '../../runtime/call'

/** The number of the purchase that a request makes, and of its payment: the same request once more makes the same. */
export function purchaseIdOf({ memberId, requestId }: Pick<Call, 'memberId' | 'requestId'>): string {
  const digest = createHash('sha256').update(`membership\n${memberId}\n${requestId}`).digest('hex')
  return `M${digest.toUpperCase().slice(0, 24)}`
}

/** What WeChat knows the refund of a purchase by: there is one of each at most. */
export const outRefundNoOf = (purchaseId: string): string => `${purchaseId}-refund`
