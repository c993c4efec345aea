import { refuse } from '@shared/kernel/result'
import { fundsOf, walletOf } from '@shared/rules/wallet/wallet'
import { refundByRight as byRight } from '@shared/rules/wallet/refund'
import type { UseCase } from '../../runtime/call'
import { tooMuch } from './refusals'
import { takeOutRefund } from './takeOutRefund'

export const refundByRight: UseCase<'wallet.refundByRight'> = async (call, asked) => {
  const { topUpId, principalFen, bonusFen } = asked
  const refunded = await takeOutRefund(call, {
    member: call.memberId,
    ground: { by: 'right' },
    by: 'member',
    throughWeChat: [topUpId],
    decide: (account, { wallet: { prepaid } }) => {
      const decided = byRight(walletOf(account), { topUpId, principalFen }, prepaid, call.today)
      if (!decided.ok) {
        const { error } = decided
        return refuse(error.code === 'WALLET_REFUND_NEEDS_SHOP' ? { code: error.code } : tooMuch(error))
      }
      const { parts } = decided.value
      if (parts.some(({ payBack }) => payBack === 'counter'))
        return refuse({ code: 'WALLET_REFUND_AT_COUNTER' })
      return fundsOf(parts).bonusFen === bonusFen ? decided : refuse({ code: 'WALLET_REFUND_CHANGED' })
    },
  })
  if (refunded.ok) return refunded
  const { code, ...rest } = refunded.error
  return refuse(code === 'MEMBER_NOT_FOUND' ? { code: 'NOT_A_MEMBER' } : { code, ...rest })
}
