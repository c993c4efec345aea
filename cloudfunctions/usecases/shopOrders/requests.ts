import type { InputOf } from '@shared/contracts'
import type { RefundRequest } from '@shared/rules/quote/refundRequest'

/** What is asked for, as the rules read it: freight that nobody spoke of is none. */
export function requestOf(request: InputOf<'shopOrders.askRefund'>['request']): RefundRequest {
  return request.of === 'rest' ? request : { ...request, freightFen: request.freightFen ?? 0 }
}
