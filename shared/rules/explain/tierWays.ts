import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Measure } from '../tiers/conditions'
import type { SpendOf, TierStanding, Way } from '../tiers/view'
import { fact, note, part, sum, type ExplainLine, type ExplainUnit } from './explanation'

/** As many ways as are told in full; what is beyond is one line. */
const MOST_WAYS = 3

type Next = NonNullable<TierStanding['next']>
type Part = Extract<Way, { of: 'earned' }>['parts'][number]

/** Each way to the next level, nearest first: what is there and what is missing make what is needed. */
export function nextLines({ next }: TierStanding): ExplainLine[] {
  if (!next) return [note({ zh: '已是最高等级。', en: 'This is the highest tier.' })]
  const { face, ways } = next
  const earned = ways.filter((way) => way.of === 'earned')
  const beyond = earned.length - MOST_WAYS
  return [
    ...fromLines(next),
    ...earned
      .slice(0, MOST_WAYS)
      .flatMap((way, index) => [
        ...(earned.length > 1 ? [wayHead(index, face.name)] : []),
        ...way.parts.flatMap((each) => partLines(each, next)),
      ]),
    ...(beyond > 0
      ? [
          note({
            zh: `还有其他 ${beyond} 种方式。`,
            en: `${beyond === 1 ? 'There is one way' : `There are ${beyond} ways`} more.`,
          }),
        ]
      : []),
    ...ways.flatMap((way) => (way.of === 'paid' ? [paidLine(way, face.name)] : [])),
  ]
}

function fromLines({ countsFrom }: Next): ExplainLine[] {
  if (countsFrom === null) return []
  const { zh, en } = dayWords(countsFrom)
  return [note({ zh: `自 ${zh}起的消费计入。`, en: `Orders since ${en} count.` })]
}

const wayHead = (index: number, name: Words): ExplainLine =>
  note({ zh: `到${name.zh}的第 ${index + 1} 种方式：`, en: `Way ${index + 1} to ${name.en}:` })

function partLines({ measure, have, need, missing }: Part, { face, standard }: Next): ExplainLine[] {
  const [unit, name, next] = [unitOf(measure), measureName(measure, standard), face.name]
  if (missing === 0)
    return [
      fact({ zh: `${next.zh}需要的${name.zh}已达到`, en: `Reached for ${next.en}: ${name.en}` }, need, unit),
    ]
  if (isOneOrder(measure, standard))
    return [
      fact({ zh: `现在的${name.zh}`, en: `So far: ${name.en}` }, have, unit),
      fact({ zh: `${next.zh}需要一单满`, en: `One order needed for ${next.en}` }, need, unit),
    ]
  return [
    part({ zh: `已有${name.zh}`, en: `So far: ${name.en}` }, have, unit),
    part({ zh: `还差${name.zh}`, en: `Missing: ${name.en}` }, missing, unit),
    sum({ zh: `${next.zh}需要${name.zh}`, en: `Needed for ${next.en}: ${name.en}` }, need, unit),
  ]
}

function paidLine({ priceFen, validDays }: Extract<Way, { of: 'paid' }>, name: Words): ExplainLine {
  const label = { zh: `付费开通${name.zh} ${validDays} 天`, en: `${name.en} for ${validDays} days, paid` }
  return fact(label, priceFen, 'fen')
}

/** Orders that do not add up: it takes one of the whole amount. */
function isOneOrder(measure: Measure, standard: SpendOf): boolean {
  return measure === 'largestOrder' || (measure === 'spend' && standard === 'eachOrder')
}

const UNITS: Readonly<Record<Measure, ExplainUnit | null>> = {
  growth: 'growth',
  spend: 'fen',
  largestOrder: 'fen',
  invitations: null,
  orders: null,
}

/** Null for what is merely counted. */
export const unitOf = (measure: Measure): ExplainUnit | null => UNITS[measure]

const LARGEST: Words = { zh: '最大一单', en: 'largest order' }

const SPEND_NAMES: Readonly<Record<SpendOf, Words>> = {
  eachOrder: LARGEST,
  history: { zh: '累计消费', en: 'total spend' },
  sinceUpgrade: { zh: '上次升级后的消费', en: 'spend since the last upgrade' },
  window: { zh: '统计期内的消费', en: 'spend of the period' },
}

const NAMES: Readonly<Record<Exclude<Measure, 'spend'>, Words>> = {
  growth: { zh: '成长值', en: 'growth' },
  largestOrder: LARGEST,
  invitations: { zh: '邀请人数', en: 'invitations' },
  orders: { zh: '下单次数', en: 'orders' },
}

/** What a measure is called, by which orders count together. */
export function measureName(measure: Measure, standard: SpendOf): Words {
  return measure === 'spend' ? SPEND_NAMES[standard] : NAMES[measure]
}
