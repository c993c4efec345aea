import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import type { Occasion } from '../orders/recordSale'
import type { Settings } from '../settings/settings'
import type { Refund } from './refund'

/**
 * Books that the shop paid out of the till what WeChat would not give back: the refund was booked as WeChat's, or its
 * money was never booked; either way WeChat keeps it and the till has it less. No balance of the member moves.
 */
export function bookByHand(
  account: Account,
  { _id, payment, refundFen }: Refund,
  note: string,
  settings: Settings,
  { today, at, by }: Occasion,
): Account {
  return post(
    account,
    {
      _id: `weChatRefund:${_id}:byHand`,
      kind: 'refundedByHand',
      at,
      day: today,
      recordedAt: at,
      source: `payment:${payment}`,
      reason: { zh: '到店退款', en: 'Refunded over the counter' },
      legs: move('store.cash.wechat', 'store.cash.counter', 'fen', refundFen),
      lots: [],
      basis: { of: 'refundByHand', outRefundNo: _id, outTradeNo: payment, amountFen: refundFen, text: note },
      rule: null,
      by,
    },
    settings,
  )
}
