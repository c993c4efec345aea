import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { prepayOf } from '../payments/prepay'
import { readOwnTopUp } from './ownTopUp'

export const payTopUp: UseCase<'wallet.payTopUp'> = async (call, { topUpId }) => {
  const own = await readOwnTopUp(call, topUpId)
  if (!own.ok) return own
  const asked = await prepayOf(call, own.value)
  return asked.ok ? ok({ payment: asked.value }) : asked
}
