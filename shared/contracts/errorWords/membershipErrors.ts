import type { Words } from '@shared/kernel/words'

/** Refusals of paid memberships: buying, and having money back. */
export const MEMBERSHIP_ERRORS = {
  MEMBERSHIP_NOT_SOLD: {
    zh: '这个付费会员现在不出售，还没有付款。请返回查看在售的会员。',
    en: 'This membership is not sold now, so nothing was paid. Go back and look at those that are.',
  },
  MEMBERSHIP_HIGHER_RUNS: {
    zh: '您的{level}还没有到期（至 {until}），不能购买更低的会员。',
    en: 'Your {level} runs through {until}, so a lower one cannot be bought. Choose it or a higher one.',
  },
  MEMBERSHIP_CHANGED: {
    zh: '会员的价格、天数或可用余额刚刚有变化，还没有付款。请看过新的内容后再买。',
    en: 'The price, the days or the balance for it have just changed, so nothing was paid. Look at the offer again.',
  },
  MEMBERSHIP_WAITING: {
    zh: '有一笔会员购买还没有付款。请先付款或放弃它。',
    en: 'A membership still waits to be paid. Pay it or give it up first.',
  },
  MEMBERSHIP_NOT_FOUND: {
    zh: '找不到这笔会员购买。请返回刷新后重试。',
    en: 'This purchase cannot be found. Go back, refresh, and try again.',
  },
  MEMBERSHIP_NOT_PAID: {
    zh: '这笔会员购买没有付款，没有可退的金额。请刷新页面查看。',
    en: 'This purchase was not paid, so there is nothing to refund. Refresh the page to see it.',
  },
  MEMBERSHIP_USED_UP: {
    zh: '这笔会员已经用完，没有可退的金额。',
    en: 'This membership is used up: nothing of it can be refunded. You can still use what is left of its days.',
  },
  MEMBERSHIP_REFUND_CHANGED: {
    zh: '可退的金额有变化，还没有退款。请看过新的金额后再确认。',
    en: 'What can be refunded has changed, so nothing was. Look at the new amount and confirm again.',
  },
} as const satisfies Record<string, Words>
