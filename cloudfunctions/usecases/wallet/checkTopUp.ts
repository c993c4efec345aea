import { ok, refuse } from '@shared/kernel/result'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { settlePayment } from '../payments/settlePayment'
import { readOwnTopUp } from './ownTopUp'
import { TOP_UP_STATE } from './topUp'

export const checkTopUp: UseCase<'wallet.checkTopUp'> = async (call, { topUpId }) => {
  const own = await readOwnTopUp(call, topUpId)
  if (!own.ok) return own
  const settled = (await settlePayment(call, topUpId)) ?? own.value
  const account = await readAccount(call.cloud, call.memberId)
  if (!account) return refuse({ code: 'TOP_UP_NOT_FOUND' })
  return ok({ state: TOP_UP_STATE[settled.state], balances: account.balances })
}
