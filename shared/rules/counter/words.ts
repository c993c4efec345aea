import type { Words } from '@shared/kernel/words'
import type { CounterStanding } from './counterSale'

/** What became of a purchase, as it is said of it. */
export const STANDING_WORDS: Readonly<Record<CounterStanding, Words>> = {
  waiting: { zh: '还在等顾客确认', en: 'still waits for the customer to confirm' },
  charged: { zh: '已经扣款', en: 'was charged already' },
  declined: { zh: '已被顾客拒绝', en: 'was declined by the customer' },
  withdrawn: { zh: '已被店员撤回', en: 'was withdrawn by the shop' },
  lapsed: { zh: '5 分钟内没有确认，已失效', en: 'was not confirmed within 5 minutes and has lapsed' },
}
