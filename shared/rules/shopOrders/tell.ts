import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Message, MessageKind } from '../messages/message'
import type { Occasion } from '../orders/recordSale'
import { totalPaid } from '../quote/paid'
import { carrierOf } from '../shipping/carriers'
import type { ShopOrder, ShopOrderRefund } from './shopOrder'

type OfOrder = Pick<ShopOrder, '_id' | 'member'>

/** The name of a carrier; of one that is not known its code. */
export const carrierWords = (code: string): Words => carrierOf(code)?.name ?? { zh: code, en: code }

export function shippedMessage(
  { _id, member, shipping }: Pick<ShopOrder, '_id' | 'member' | 'shipping'>,
  occasion: Occasion,
): Message {
  if (!shipping) throw new Error(`order ${_id} has not been shipped`)
  const { trackingNumber } = shipping
  const carrier = carrierWords(shipping.carrier)
  return message({ _id, member }, 'orderShipped', `orderShipped:${_id}`, occasion, {
    title: { zh: '您的订单已发货', en: 'Your order is on its way' },
    text: {
      zh: `${carrier.zh} ${trackingNumber}。收到后请确认收货。`,
      en: `${carrier.en} ${trackingNumber}. Please say so when it has come.`,
    },
  })
}

/** What went back, and where to. */
export function refundedMessage(
  order: OfOrder,
  { id, split }: Pick<ShopOrderRefund, 'id' | 'split'>,
  occasion: Occasion,
): Message {
  const { back, points } = split
  const balance = back.principal + back.bonus
  const parts: Words[] = [
    ...(back.wechat > 0
      ? [{ zh: `微信支付 ${yuanText(back.wechat)} 元`, en: `¥${yuanText(back.wechat)} by WeChat Pay` }]
      : []),
    ...(balance > 0 ? [{ zh: `余额 ${yuanText(balance)} 元`, en: `¥${yuanText(balance)} of balance` }] : []),
    ...(points > 0 ? [{ zh: `${points} 积分`, en: `${points} points` }] : []),
  ]
  const amount = yuanText(totalPaid(back))
  return message(order, 'orderRefunded', `orderRefunded:${order._id}:${id}`, occasion, {
    title: { zh: `已退款 ${amount} 元`, en: `¥${amount} refunded` },
    text: {
      zh: `退回${parts.map(({ zh }) => zh).join('，')}。微信支付的部分由微信退到原来的账户。`,
      en: `Back to you: ${parts.map(({ en }) => en).join(', ')}. WeChat sends its part to where it came from.`,
    },
  })
}

export function declinedMessage(order: OfOrder, why: string, occasion: Occasion): Message {
  const cause = `refundDeclined:${order._id}:${occasion.at}`
  return message(order, 'refundDeclined', cause, occasion, {
    title: { zh: '商家没有同意退款', en: 'The shop declined the refund' },
    text: { zh: why, en: why },
  })
}

function message(
  { member }: OfOrder,
  kind: MessageKind,
  _id: string,
  { at, today }: Occasion,
  words: Pick<Message, 'title' | 'text'>,
): Message {
  return { _id, schemaVersion: 1, member, kind, at, day: today, ...words, link: 'shopOrders' }
}
