import { refuse } from '@shared/kernel/result'
import { refundByShop } from '@shared/rules/wallet/refund'
import { walletOf } from '@shared/rules/wallet/wallet'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'
import { refundFace } from './refundFace'
import { tooMuch } from './refusals'
import { takeOutRefund } from './takeOutRefund'

export const refund: UseCase<'wallet.refund'> = async (call, { member, principalFen, seen, reason }) => {
  const account = await readAccount(call.cloud, member)
  if (!account) return refuse({ code: 'MEMBER_NOT_FOUND' })
  const paidByWeChat = walletOf(account).lots.filter(({ paidBy }) => paidBy === 'wechat')
  return takeOutRefund(call, {
    member,
    ground: { by: 'shop', reason },
    by: `staff:${call.memberId}`,
    throughWeChat: paidByWeChat.map(({ id }) => id),
    decide: (now) => {
      const decided = refundByShop(walletOf(now), principalFen, call.today)
      if (!decided.ok) return refuse(tooMuch(decided.error))
      const { bonusFen, wechatFen, counterFen } = refundFace(walletOf(now), decided.value.parts)
      const isSame =
        bonusFen === seen.bonusFen && wechatFen === seen.wechatFen && counterFen === seen.counterFen
      return isSame ? decided : refuse({ code: 'WALLET_REFUND_CHANGED' })
    },
  })
}
