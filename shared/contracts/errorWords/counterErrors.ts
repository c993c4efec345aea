import type { Words } from '@shared/kernel/words'

/** What the counter refuses. */
export const COUNTER_ERRORS = {
  MEMBER_CODE_UNKNOWN: {
    zh: '这不是本店的会员码。请让顾客打开会员码页面后再扫。',
    en: 'This is not a member code of this shop. Ask the customer to open their member code and scan that.',
  },
  MEMBER_CODE_EXPIRED: {
    zh: '会员码已过期（一分钟内有效）。请让顾客刷新会员码后再扫。',
    en: 'This member code is over a minute old. Ask the customer to refresh it and scan again.',
  },
  MEMBER_CODE_USED: {
    zh: '这个会员码已经用过一次，这次没有扣款。请让顾客刷新会员码后再扫。',
    en: 'This member code was used already, so nothing was charged now. Ask the customer to refresh it and scan again.',
  },
  COUNTER_VISIT_OVER: {
    zh: '扫码已超过 15 分钟，这次没有扣款。请重新扫会员码。',
    en: 'The code was scanned more than 15 minutes ago, so nothing was charged. Scan the member code again.',
  },
  COUNTER_SALE_NOT_FOUND: {
    zh: '找不到这笔柜台消费。请刷新后重试。',
    en: 'This purchase at the counter cannot be found. Refresh and try again.',
  },
  COUNTER_SALE_OVER: {
    zh: '这笔消费{standing}，没有再做改动。',
    en: 'This purchase {standing}, so nothing was changed.',
  },
  COUNTER_NOT_CHARGED: {
    zh: '这笔消费{standing}，没有可退的钱。',
    en: 'This purchase {standing}, so there is nothing to refund.',
  },
} as const satisfies Record<string, Words>
