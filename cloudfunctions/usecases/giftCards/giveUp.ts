import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { closePayment } from '../payments/closePayment'
import { PURCHASE_STATE } from './buy'
import { letGo } from './cardOwner'
import { readOwnPurchase } from './ownPurchase'

/** WeChat is told first: who has just paid is not told that nothing was. */
export const giveUp: UseCase<'giftCards.giveUp'> = async (call, { purchaseId }) => {
  const own = await readOwnPurchase(call, purchaseId)
  if (!own.ok) return own
  const payment = own.value
  if (!payment) return ok({ state: 'paid' })
  if (payment.state === 'open') await closePayment(call, payment)
  return ok({ state: PURCHASE_STATE[await letGo(call, await call.settings(), payment, 'member')] })
}
