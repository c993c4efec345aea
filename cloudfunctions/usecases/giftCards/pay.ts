import { ok, refuse } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { readOwnPurchase } from './ownPurchase'

export const pay: UseCase<'giftCards.pay'> = async (call, { purchaseId }) => {
  const own = await readOwnPurchase(call, purchaseId)
  if (!own.ok) return own
  if (!own.value) return refuse({ code: 'PAYMENT_MADE' })
  const asked = await prepayOf(call, own.value)
  return asked.ok ? ok({ payment: asked.value }) : asked
}
