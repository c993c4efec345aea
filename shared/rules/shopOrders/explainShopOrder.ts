import type { Words } from '@shared/kernel/words'
import { note, type Explanation } from '../explain/explanation'
import { quoteLines } from '../quote/explainQuote'
import type { ShopOrder } from './shopOrder'
import { STATE_WORDS } from './words'

/** Opens an order that nobody has paid: what it would cost, step by step, and by which rules. */
export function explainShopOrder({ _id, quote, state, placedAt, placedDay, rules }: ShopOrder): Explanation {
  const standing = STATE_WORDS[state]
  return {
    title: { zh: `订单 ${_id}`, en: `Order ${_id}` },
    lines: [
      ...quoteLines(quote),
      note({ zh: `这笔订单${standing.zh}。`, en: `This order is ${standing.en}.` }),
    ],
    rules: [{ text: RULE, topic: 'shop', version: rules.shop }],
    source: { label: { zh: '提交订单', en: 'Placed' }, at: placedAt, day: placedDay, orderId: null },
  }
}

const RULE: Words = {
  zh: '运费和自动优惠按下单时的店铺规则；付款时与您看到的不同就不会下单。',
  en: 'Freight and discounts by the rules of the shop when it was placed; it is placed only for what you saw.',
}
