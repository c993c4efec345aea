import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { settlePayment } from '../payments/settlePayment'
import { PURCHASE_STATE } from './buy'
import { readOwnPurchase } from './ownPurchase'

export const checkPurchase: UseCase<'giftCards.checkPurchase'> = async (call, { purchaseId }) => {
  const own = await readOwnPurchase(call, purchaseId)
  if (!own.ok) return own
  if (!own.value) return ok({ state: 'paid' })
  const settled = (await settlePayment(call, purchaseId)) ?? own.value
  return ok({ state: PURCHASE_STATE[settled.state] })
}
