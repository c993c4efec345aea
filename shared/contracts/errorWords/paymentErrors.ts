import type { Words } from '@shared/kernel/words'

/** WeChat's bills, and refunds by WeChat. */
export const PAYMENT_ERRORS = {
  BILL_NOT_CHECKED: {
    zh: '{day}的账单还没有对过。每天 10 点后自动核对前一天的账单，请稍后再看。',
    en: 'The bill of {day} was not compared yet. Each day after 10:00 the bill of the day before is; look again later.',
  },
  BILL_UNAVAILABLE: {
    zh: '微信支付暂时没有给出{day}的账单，原来的核对结果没有变。请稍后再试。',
    en: 'WeChat Pay does not give the bill of {day} right now; the earlier result stands. Try again later.',
  },
  WECHAT_REFUND_NOT_FOUND: {
    zh: '找不到这笔微信退款。请返回列表刷新后重试。',
    en: 'This WeChat refund cannot be found. Go back to the list, refresh, and try again.',
  },
  WECHAT_REFUND_NOT_REFUSED: {
    zh: '这笔退款不在“待处理”中（可能已到账、正在处理或已结清），没有做任何改动。请刷新查看。',
    en: 'This refund does not wait for you: it arrived, is under way, or was settled. Nothing was changed; refresh to see.',
  },
} as const satisfies Record<string, Words>
