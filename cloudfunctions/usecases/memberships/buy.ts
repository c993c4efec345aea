import { ok } from '@shared/kernel/result'
import { readPayment } from '../../database/payments'
import type { UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { begin } from './begin'
import { purchaseFace } from './faces'
import { freshSettings } from './freshSettings'
import { purchaseIdOf } from './ids'

export const buy: UseCase<'memberships.buy'> = async (call, input) => {
  const settings = await freshSettings(call)
  const begun = await begin(call, purchaseIdOf(call), input, settings)
  if (!begun.ok) return begun
  const purchase = begun.value
  const payment = purchase.state === 'unpaid' ? await readPayment(call.cloud, purchase._id) : null
  const asked = payment && (await prepayOf(call, payment))
  return ok({ purchase: purchaseFace(purchase, settings), payment: asked?.ok ? asked.value : null })
}
