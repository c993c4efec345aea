import type { Words } from '@shared/kernel/words'
import { part, sum, type ExplainLine } from '../explain/explanation'
import { CHANNELS, totalPaid, type Channel, type Paid } from './paid'

const NAMES: Readonly<Record<Channel, Words>> = {
  bonus: { zh: '赠送余额', en: 'Bonus balance' },
  principal: { zh: '储值余额', en: 'Stored balance' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
}

/** What is no stored value, for a purchase at the counter. */
export const AT_THE_TILL: Words = { zh: '柜台收款', en: 'Paid at the till' }

/** What goes by each channel, and all of it; only the sum where it is nothing. `rest` names what is no stored value. */
export function paidLines(paid: Paid, total: Words, rest = NAMES.wechat): ExplainLine[] {
  const used = CHANNELS.filter((channel) => paid[channel] > 0)
  const shown = used.length > 0 ? used : (['wechat'] as const)
  return [
    ...shown.map((channel) => part(channel === 'wechat' ? rest : NAMES[channel], paid[channel], 'fen')),
    sum(total, totalPaid(paid), 'fen'),
  ]
}
