import { formatMoney } from '@/i18n/format'
import type { Text } from '@/i18n/zh'
import type { QuoteData } from './faces'

type Paid = QuoteData['paid']

/** What money was paid with and goes back to. */
export const CHANNELS = ['principal', 'bonus', 'wechat'] as const satisfies readonly (keyof Paid)[]

/** Where money went or goes, part by part: 微信支付 ¥12.00 · 储值本金 ¥3.00. */
export function paidParts(paid: Paid, text: Text['shopOrders']): string {
  const parts = CHANNELS.filter((channel) => paid[channel] > 0)
  return parts.map((channel) => `${text.sums.paid[channel]} ${formatMoney(paid[channel])}`).join(' · ')
}
