import type { OutputOf } from '@shared/contracts'
import type { PaymentFor } from '@shared/rules/payments/payment'
import type { Refund, RefundFault } from '@shared/rules/payments/refund'

/** A refund as the people of the shop read it. */
export function refundFace(refund: Refund): OutputOf<'payments.refunds'>['refunds'][number] {
  const {
    _id,
    payment,
    for: owned,
    member,
    why,
    refundFen,
    reason,
    state,
    createdAt,
    tries,
    dueAt,
    said,
  } = refund
  const fault = faultOf(refund)
  return {
    id: _id,
    outTradeNo: payment,
    for: owned.of,
    forId: forIdOf(owned),
    member,
    why,
    refundFen,
    reason,
    state,
    createdAt,
    tries,
    nextTryAt: dueAt || null,
    said: fault ? `${fault.code} ${fault.message}`.trim() : said,
    fault: fault?.kind ?? null,
  }
}

function forIdOf(owned: PaymentFor): string {
  switch (owned.of) {
    case 'shopOrder':
      return owned.orderId
    case 'topUp':
      return owned.topUpId
    case 'membership':
    case 'giftCards':
      return owned.purchaseId
  }
}

/** By the state and not by the field: one that is asked for once more has its old fault in the store. */
function faultOf(refund: Refund): RefundFault | null {
  const isFaulty = refund.state === 'refused' || refund.state === 'returned' || refund.state === 'byHand'
  return isFaulty ? refund.fault : null
}
