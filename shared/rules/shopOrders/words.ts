import type { Words } from '@shared/kernel/words'
import type { ShopOrderEventKind, ShopOrderState } from './shopOrder'

/** Where an order stands, as the end of a sentence about it. */
export const STATE_WORDS: Readonly<Record<ShopOrderState, Words>> = {
  awaitingPayment: { zh: '还未付款', en: 'not paid yet' },
  paid: { zh: '已付款', en: 'paid' },
  shipped: { zh: '已发货', en: 'on its way' },
  received: { zh: '已收货', en: 'received' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  refunded: { zh: '已全额退款', en: 'refunded in full' },
}

export const EVENT_WORDS: Readonly<Record<ShopOrderEventKind, Words>> = {
  placed: { zh: '提交订单', en: 'Placed' },
  paid: { zh: '付款成功', en: 'Paid' },
  cancelled: { zh: '取消订单', en: 'Cancelled' },
  lapsed: { zh: '超时未付款，自动取消', en: 'Cancelled, since it was not paid in time' },
  shipped: { zh: '商家发货', en: 'Shipped' },
  received: { zh: '确认收货', en: 'Received' },
  receivedByItself: { zh: '超时自动确认收货', en: 'Taken as received' },
  refundAsked: { zh: '申请退款', en: 'A refund was asked for' },
  refundWithdrawn: { zh: '撤回退款申请', en: 'The request for a refund was withdrawn' },
  refundDeclined: { zh: '商家未同意退款', en: 'The shop declined the refund' },
  refunded: { zh: '商家退款', en: 'Refunded' },
}
