import { ok } from '@shared/kernel/result'
import { readPayment } from '../../database/payments'
import type { UseCase } from '../../runtime/call'
import { closePayment } from '../payments/closePayment'
import { endPurchase } from './bookPayment'
import { purchaseFace } from './faces'
import { readOwn } from './own'

/** WeChat is told first: who has just paid is not told that nothing was. */
export const giveUp: UseCase<'memberships.giveUp'> = async (call, { purchaseId }) => {
  const own = await readOwn(call, purchaseId)
  if (!own.ok) return own
  const [payment, settings] = await Promise.all([readPayment(call.cloud, purchaseId), call.settings()])
  if (payment?.state === 'open') await closePayment(call, payment)
  const ended = await endPurchase(call, settings, own.value)
  return ok({ purchase: purchaseFace(ended, settings) })
}
