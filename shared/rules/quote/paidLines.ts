import type { Words } from '@shared/kernel/words'
import { part, sum, type ExplainLine } from '../explain/explanation'
import { CHANNELS, totalPaid, type Channel, type Paid } from './paid'

const NAMES: Readonly<Record<Channel, Words>> = {
  bonus: { zh: '赠送余额', en: 'Bonus balance' },
  principal: { zh: '储值余额', en: 'Stored balance' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
}

/** What goes by each channel, and all of it; only the sum where it is nothing. */
export function paidLines(paid: Paid, total: Words): ExplainLine[] {
  const used = CHANNELS.filter((channel) => paid[channel] > 0)
  const shown = used.length > 0 ? used : (['wechat'] as const)
  return [
    ...shown.map((channel) => part(NAMES[channel], paid[channel], 'fen')),
    sum(total, totalPaid(paid), 'fen'),
  ]
}
