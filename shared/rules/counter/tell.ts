import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import type { Message } from '../messages/message'
import { takenFen, type WaitingSale } from './counterSale'

/** A till asks for the member's yes: told in the commit that asks. */
export function waitingMessage({ _id, member, askedAt, quote }: WaitingSale, day: Day): Message {
  const [payable, taken] = [yuanText(quote.payableFen), yuanText(takenFen(quote))]
  return {
    _id: `counterWaiting:${_id}`,
    schemaVersion: 1,
    member,
    kind: 'counterWaiting',
    at: askedAt,
    day,
    title: { zh: `请确认一笔 ${payable} 元的消费`, en: `Please confirm a purchase of ¥${payable}` },
    text: {
      zh: `其中余额和积分支付 ${taken} 元。请在 5 分钟内打开会员码页面确认；不是您本人的消费请点“不是我”。`,
      en: `¥${taken} of it by balance and points. Open your member code within 5 minutes to confirm; if this is not you, tap "Not me".`,
    },
    link: 'memberCode',
  }
}
