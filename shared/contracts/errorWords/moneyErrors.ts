import type { Words } from '@shared/kernel/words'

/** Paying, and stored value. */
export const MONEY_ERRORS = {
  PAYMENT_MADE: {
    zh: '这笔款已经付过了，正在入账，不会重复扣款。请刷新查看。',
    en: 'This was paid already and is being booked; nothing is charged twice. Refresh to see it.',
  },
  PAYMENT_OVER: {
    zh: '付款时间已过，或已经取消，没有扣款。请重新下单。',
    en: 'The time to pay is over, or it was cancelled; nothing was charged. Please order again.',
  },
  PAYMENT_NOT_OFFERED: {
    zh: '本店暂不支持微信支付，没有扣款。请到店付款或联系店家。',
    en: 'This shop does not take WeChat Pay for this, and nothing was charged. Pay in the shop, or ask the shop.',
  },
  PAYMENT_UNAVAILABLE: {
    zh: '微信支付暂时没有回应，没有扣款。请稍后再点“去支付”。',
    en: 'WeChat Pay does not answer right now; nothing was charged. Please tap “Pay” again in a moment.',
  },
  WALLET_SHORT: {
    zh: '可用余额只有 {free} 元，还差 {missing} 元。请减少使用的余额。',
    en: 'Only ¥{free} of the balance can be used, ¥{missing} too little. Use less of it.',
  },
  WALLET_TOO_MANY_HOLDS: {
    zh: '已有 {most} 笔待付款的订单占用余额。请先付款或取消其中一些。',
    en: '{most} orders that are not paid yet hold some of the balance. Pay or cancel some of them first.',
  },
} as const satisfies Record<string, Words>
