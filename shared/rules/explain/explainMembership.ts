import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import { totalPaid, type Channel, type Paid } from '../quote/paid'
import { levelName } from '../tiers/face'
import type { TierProgram } from '../tiers/program'
import { afterLines } from './afterLines'
import { fact, note, part, sum, type ExplainLine } from './explanation'

type BasisOf<Of extends Basis['of']> = Extract<Basis, { of: Of }>

const CHANNELS: readonly (readonly [Channel, Words])[] = [
  ['principal', { zh: '储值本金', en: 'Principal' }],
  ['bonus', { zh: '储值赠金', en: 'Bonus' }],
  ['wechat', { zh: '微信支付', en: 'WeChat Pay' }],
]

/** Opens a payment for a level: which, for how long, and what paid for it. */
export function membershipPaidLines(
  entry: Entry,
  { levelId, validDays, paid, until }: BasisOf<'membershipPaid'>,
  tiers: TierProgram,
): ExplainLine[] {
  const [level, last] = [levelName(tiers, levelId), dayWords(until)]
  return [
    note({
      zh: `${level.zh} ${validDays} 天，有效期至 ${last.zh}（含当天）。`,
      en: `${level.en}, ${validDays} days, valid through ${last.en}.`,
    }),
    ...channelLines(paid, { zh: '合计支付', en: 'Paid in all' }),
    ...afterLines(entry),
  ]
}

/** Opens a refund of a level: what was paid, what was used of it, and what went back which way. */
export function membershipRefundedLines(
  entry: Entry,
  basis: BasisOf<'membershipRefunded'>,
  tiers: TierProgram,
): ExplainLine[] {
  const { levelId, paidFen, validDays, usedDays, byDaysFen, savedFen, usedFen, back, text } = basis
  const level = levelName(tiers, levelId)
  return [
    note({
      zh: `${level.zh}，${validDays} 天中已用 ${usedDays} 天。`,
      en: `${level.en}: ${usedDays} of ${validDays} days were used.`,
    }),
    fact({ zh: '按天折算', en: 'By the days' }, byDaysFen, 'fen'),
    ...(savedFen > 0 ? [fact({ zh: '权益已节省', en: 'Saved by its benefits' }, savedFen, 'fen')] : []),
    part({ zh: '当时支付', en: 'Paid' }, paidFen, 'fen'),
    part({ zh: '已用', en: 'Used' }, 0 - usedFen, 'fen'),
    sum({ zh: '应退', en: 'To go back' }, paidFen - usedFen, 'fen'),
    ...channelLines(back, { zh: '退回合计', en: 'Given back in all' }),
    ...(text === null ? [] : [note({ zh: `原因：${text}`, en: `Why: ${text}` })]),
    ...afterLines(entry),
  ]
}

function channelLines(paid: Paid, all: Words): ExplainLine[] {
  const lines = CHANNELS.flatMap(([channel, label]) =>
    paid[channel] > 0 ? [part(label, paid[channel], 'fen')] : [],
  )
  return lines.length > 0
    ? [...lines, sum(all, totalPaid(paid), 'fen')]
    : [note({ zh: '没有付款。', en: 'Nothing was paid.' })]
}
