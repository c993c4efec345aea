import type { Words } from '@shared/kernel/words'

/** Refusals of stored value: topping up, and having money back. */
export const WALLET_ERRORS = {
  WALLET_AGREEMENT_CHANGED: {
    zh: '储值方案或协议刚刚有更新，还没有付款。请看过最新的内容后重新选择。',
    en: 'The plans or the agreement have just changed, so nothing was paid. Look at them again and choose.',
  },
  TOP_UP_UNKNOWN: {
    zh: '这个储值方案已经下架。请选择其他方案。',
    en: 'This plan is no longer offered. Choose another one.',
  },
  TOP_UP_NOT_NOW: {
    zh: '这个储值方案今天不在售卖日期内。请选择其他方案。',
    en: 'This plan is not on sale today. Choose another one.',
  },
  TOP_UP_FIRST_ONLY: {
    zh: '仅限首次储值，您已经储值过。请选择其他方案。',
    en: 'This is for a first top-up, and there was one already. Choose another plan.',
  },
  TOP_UP_LIMIT: {
    zh: '这个方案每人限 {most} 次，已经用完。请选择其他方案。',
    en: 'One member can have this plan {most} times, and that was done. Choose another one.',
  },
  TOP_UP_TOO_LITTLE: {
    zh: '每次至少储值 {least} 元。请增加金额。',
    en: 'A top-up is at least ¥{least}. Enter more.',
  },
  TOP_UP_CEILING: {
    zh: '储值余额最多 {most} 元，现在最多还可以存 {room} 元。请减少金额，或先使用余额。',
    en: 'A balance holds at most ¥{most}; ¥{room} more can be paid in now. Choose less, or use some of it first.',
  },
  TOP_UP_WAITING: {
    zh: '有一笔储值还没有付款。请先付款或放弃它。',
    en: 'A top-up still waits to be paid. Pay it or give it up first.',
  },
  TOP_UP_NOT_FOUND: {
    zh: '找不到这笔储值。请返回钱包刷新后重试。',
    en: 'This top-up cannot be found. Go back to the wallet, refresh, and try again.',
  },
  WALLET_REFUND_NEEDS_SHOP: {
    zh: '这笔储值已过自行退款的期限，还没有退款。请联系商家办理。',
    en: 'The days in which you can have this back yourself are over, so nothing was refunded. Please ask the shop.',
  },
  WALLET_REFUND_TOO_MUCH: {
    zh: '最多可退 {left} 元，还没有退款。请减少金额。',
    en: 'At most ¥{left} can be refunded, so nothing was. Enter less.',
  },
  WALLET_REFUND_AT_COUNTER: {
    zh: '这笔储值是在店内付款的，请到店内办理退款。',
    en: 'This was paid in the shop. Please have it refunded there.',
  },
  WALLET_REFUND_CHANGED: {
    zh: '余额有变化，退款结果与您看到的不同，还没有退款。请看过新的金额后再确认。',
    en: 'The balance has changed, so the refund is not what was shown and was not made. Look at the new amounts and confirm again.',
  },
} as const satisfies Record<string, Words>
