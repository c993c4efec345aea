import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import type { Basis, Entry } from '../account/entry'
import { levelName } from '../tiers/face'
import type { TierProgram } from '../tiers/program'
import type { TierMove } from '../tiers/tierMove'
import { fact, note, type ExplainLine } from './explanation'

type GivingBasis = Extract<Basis, { of: 'tierGiven' | 'tierTakenBack' }>

/** What an entry did to the level: which it became or stayed, why, and until when. */
export function tierLines({ tier }: Entry, tiers: TierProgram): ExplainLine[] {
  if (!tier) return []
  return [
    note(moveWords(tier, levelName(tiers, tier.to))),
    ...keptLines(tier),
    ...(tier.until === null ? [] : [note(throughWords(tier.until))]),
  ]
}

/** Opens a level that the store gave or took back: which, until when, and why. */
export function givingLines(
  { tier }: Entry,
  { of, levelId, until, text }: GivingBasis,
  tiers: TierProgram,
): ExplainLine[] {
  const level = levelName(tiers, levelId)
  const what =
    of === 'tierGiven'
      ? { zh: `给予${level.zh}，${spanWords(until).zh}。`, en: `Given: ${level.en}, ${spanWords(until).en}.` }
      : { zh: `收回商家给予的${level.zh}。`, en: `Taken back: ${level.en}.` }
  return [
    note(what),
    note({ zh: `原因：${text}`, en: `Why: ${text}` }),
    ...(tier ? [] : [note({ zh: '等级没有因此改变。', en: 'The level did not change by it.' })]),
  ]
}

function spanWords(until: Day | null): Words {
  if (until === null) return { zh: '直到收回', en: 'until it is taken back' }
  const { zh, en } = dayWords(until)
  return { zh: `至 ${zh}（含当天）`, en: `through ${en}` }
}

function moveWords({ kind, reason }: TierMove, to: Words): Words {
  switch (kind) {
    case 'first':
      return { zh: `成为${to.zh}。`, en: `Now ${to.en}.` }
    case 'up':
      return { zh: `${reason.zh}，升级为${to.zh}。`, en: `Now ${to.en}: ${reason.en}.` }
    case 'keep':
      return { zh: `${reason.zh}，保持${to.zh}。`, en: `Still ${to.en}: ${reason.en}.` }
    case 'down':
    case 'reassign':
      return { zh: `${reason.zh}，变为${to.zh}。`, en: `Now ${to.en}: ${reason.en}.` }
  }
}

/** What kept the level, beside what that took. */
function keptLines({ cause }: TierMove): ExplainLine[] {
  if (cause?.of !== 'lockIn') return []
  const { by, haveFen, needFen } = cause.way
  const have: Words =
    by === 'singleOrder'
      ? { zh: '有效期内最大的一笔消费', en: 'Largest order of the term' }
      : { zh: '有效期内累计消费', en: 'Spent in the term' }
  return [fact(have, haveFen, 'fen'), fact({ zh: '保级需要', en: 'Needed to keep it' }, needFen, 'fen')]
}

function throughWords(until: Day): Words {
  const { zh, en } = dayWords(until)
  return { zh: `有效期至 ${zh}（含当天）。`, en: `Valid through ${en}.` }
}
