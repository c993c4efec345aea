import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Payment } from '@shared/rules/payments/payment'
import { readPayment } from '../../database/payments'
import { readCard } from '../../database/giftCards'
import type { Call } from '../../runtime/call'
import { cardIdsOf } from './ids'

/** The payment of a purchase of the caller's own, null where stored value paid for all of it; another one's is not found. */
export async function readOwnPurchase(
  { cloud, memberId }: Pick<Call, 'cloud' | 'memberId'>,
  purchaseId: string,
): Promise<Result<Payment<'giftCards'> | null, Refusal<'GIFT_PURCHASE_NOT_FOUND'>>> {
  const payment = await readPayment(cloud, purchaseId)
  if (payment?.member === memberId && payment.for.of === 'giftCards')
    return ok(payment as Payment<'giftCards'>)
  const [first = ''] = cardIdsOf(purchaseId, 1)
  const card = payment ? null : await readCard(cloud, first)
  const isOwn = card?.origin.of === 'purchase' && card.origin.buyer === memberId
  return isOwn ? ok(null) : refuse({ code: 'GIFT_PURCHASE_NOT_FOUND' })
}
