import { ok } from '@shared/kernel/result'
import { readPurchase } from '../../database/memberships'
import type { UseCase } from '../../runtime/call'
import { settlePayment } from '../payments/settlePayment'
import { purchaseFace } from './faces'
import { readOwn } from './own'

/** Where WeChat does not answer, the purchase is as it was. */
export const checkPayment: UseCase<'memberships.checkPayment'> = async (call, { purchaseId }) => {
  const own = await readOwn(call, purchaseId)
  if (!own.ok) return own
  if (own.value.state === 'unpaid') await settlePayment(call, purchaseId)
  const [purchase, settings] = await Promise.all([readPurchase(call.cloud, purchaseId), call.settings()])
  return ok({ purchase: purchaseFace(purchase ?? own.value, settings) })
}
