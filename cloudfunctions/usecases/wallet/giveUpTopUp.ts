import { ok } from '@shared/kernel/result'
import { asClosed, type Payment } from '@shared/rules/payments/payment'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { Call, UseCase } from '../../runtime/call'
import { closePayment } from '../payments/closePayment'
import { readOwnTopUp } from './ownTopUp'
import { TOP_UP_STATE } from './topUp'
import { withoutTopUp } from './topUpOwner'

/** WeChat is told first: who has just paid is not told that nothing was. */
export const giveUpTopUp: UseCase<'wallet.giveUpTopUp'> = async (call, { topUpId }) => {
  const own = await readOwnTopUp(call, topUpId)
  if (!own.ok) return own
  if (own.value.state === 'open') await closePayment(call, own.value)
  return ok({ state: TOP_UP_STATE[await closed(call, topUpId)] })
}

async function closed(call: Call, topUpId: string): Promise<Payment['state']> {
  const settings = await call.settings()
  return transactOnAccount<{ payment: Payment<'topUp'> }, Payment['state']>(
    call,
    call.memberId,
    { payment: { collection: 'payments', id: topUpId } },
    settings,
    (account, { payment }) => {
      if (payment?.state !== 'open') return { answer: payment?.state ?? 'closed' }
      const next = account ? { next: withoutTopUp(account, topUpId) } : {}
      return { ...next, documents: { payment: asClosed(payment, call.at) }, answer: 'closed' }
    },
  )
}
