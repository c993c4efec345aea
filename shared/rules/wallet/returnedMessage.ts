import type { Day } from '@shared/kernel/day'
import { moneyText } from '../explain/texts'
import type { Message } from '../messages/message'
import type { Part } from './wallet'

/** Word that a refund could not be paid out, and that the money is in the wallet again. */
export function returnedMessage(
  member: string,
  outRefundNo: string,
  { principalFen }: Part,
  day: Day,
  at: number,
): Message {
  const money = moneyText(principalFen)
  return {
    _id: `walletRefundReturned:${outRefundNo}`,
    schemaVersion: 1,
    member,
    kind: 'walletRefundReturned',
    at,
    day,
    title: { zh: '储值退款没有成功', en: 'Your refund could not be paid' },
    text: {
      zh: `微信支付未能退款，${money} 已退回您的钱包，赠金也已恢复。可以再申请一次，或联系商家。`,
      en: `WeChat Pay could not pay it back, so ${money} is in your wallet again, with its bonus. Ask once more, or ask the shop.`,
    },
    link: 'wallet',
  }
}
