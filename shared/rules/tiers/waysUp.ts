import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import { ratioBp } from '@shared/kernel/rate'
import type { Words } from '@shared/kernel/words'
import { waysOf, type Leaf, type Measure, type Measures } from './conditions'
import { priceFen } from './paid'
import { isOn, rankIn, type Level, type TierProgram } from './program'
import { countsSpendFrom, measuresNow, type Standing } from './standardSpend'
import type { Mark } from './tierState'

/** How far one measure is: fen for spend and the largest order, a number for the rest. `progressBp` is below 10,000 until it is reached. */
export interface Part {
  readonly measure: Measure
  readonly have: number
  readonly need: number
  readonly missing: number
  readonly progressBp: number
}

/** One way to a level: all its parts must be reached. As far as the part that is least far. */
export interface EarnedWay {
  readonly of: 'earned'
  readonly parts: readonly Part[]
  readonly progressBp: number
}

export interface PaidWay {
  readonly of: 'paid'
  readonly priceFen: number
  readonly validDays: number
}

/** The next level and each way to it, the nearest first; paying comes last. */
export interface NextLevel {
  readonly level: Level
  readonly ways: readonly (EarnedWay | PaidWay)[]
  /** The first day whose orders count; null when all do. */
  readonly countsFrom: Day | null
}

/** The way to the next level above the one that holds; null on the highest, and while the levels are off. */
export function nextLevel(standing: Standing, program: TierProgram, today: Day): NextLevel | null {
  const level = program.levels[rankIn(program, standing.tier.id) + 1]
  if (!level || !isOn(program)) return null
  return {
    level,
    ways: waysTo(level, standing, program, today),
    countsFrom: countsSpendFrom(program, countedAfter(standing), today),
  }
}

/** Each way to a level from where a member stands, the nearest first; paying comes last. */
export function waysTo(
  level: Level,
  standing: Standing,
  program: TierProgram,
  today: Day,
): readonly (EarnedWay | PaidWay)[] {
  const measures = measuresNow(standing, program, countedAfter(standing), today)
  const earnedWays = level.condition
    ? waysOf(level.condition).map((leaves) => earnedWay(leaves, measures))
    : []
  return [...earnedWays.sort(byNearest), ...paidWays(level, program, standing.tier.id)]
}

/** Where spend starts over at an upgrade, it counts from the last one. */
function countedAfter({ tier: { earned } }: Standing): Mark | null {
  return earned.climbs.at(-1)?.mark ?? earned.base
}

function earnedWay(leaves: readonly Leaf[], measures: Measures): EarnedWay {
  const parts = leaves.map(({ measure, atLeast }) => partOf(measure, measures[measure], atLeast))
  return { of: 'earned', parts, progressBp: Math.min(...parts.map(({ progressBp }) => progressBp)) }
}

function partOf(measure: Measure, have: number, need: number): Part {
  return {
    measure,
    have,
    need,
    missing: Math.max(0, need - have),
    progressBp: Math.min(ratioBp(have, need), 10_000),
  }
}

function byNearest(a: EarnedWay, b: EarnedWay): number {
  return b.progressBp - a.progressBp || missingIn(a).length - missingIn(b).length
}

/** The parts of a way that are not reached yet. */
export function missingIn({ parts }: EarnedWay): readonly Part[] {
  return parts.filter(({ missing }) => missing > 0)
}

function paidWays(level: Level, program: TierProgram, standsOn: string): readonly PaidWay[] {
  const price = priceFen(level, program, standsOn)
  return level.paid && price !== null
    ? [{ of: 'paid', priceFen: price, validDays: level.paid.validDays }]
    : []
}

const MISSING_WORDS: Readonly<Record<Exclude<Measure, 'largestOrder'>, (missing: number) => Words>> = {
  growth: (n) => ({ zh: `${n} 成长值`, en: `${n} growth ${n === 1 ? 'point' : 'points'}` }),
  spend: (fen) => ({ zh: `消费 ${yuanText(fen)} 元`, en: `¥${yuanText(fen)} of spend` }),
  invitations: (n) => ({ zh: `邀请 ${n} 人`, en: n === 1 ? '1 invitation' : `${n} invitations` }),
  orders: (n) => ({ zh: `下单 ${n} 次`, en: n === 1 ? '1 order' : `${n} orders` }),
}

/** What is missing on a way, in words: "800 growth points away from Gold". */
export function wayWords(way: EarnedWay | PaidWay, { name }: Level, { standard }: TierProgram): Words {
  if (way.of === 'paid')
    return {
      zh: `支付 ${yuanText(way.priceFen)} 元即可成为${name.zh}`,
      en: `${name.en} for ¥${yuanText(way.priceFen)}`,
    }
  const missing = missingIn(way).map(({ measure, missing: amount, need }) =>
    measure === 'largestOrder' || (measure === 'spend' && standard.of === 'eachOrder')
      ? oneOrderWords(need)
      : MISSING_WORDS[measure](amount),
  )
  return {
    zh: `还差 ${missing.map(({ zh }) => zh).join('、')}，即可升级为${name.zh}`,
    en: `${missing.map(({ en }) => en).join(' and ')} away from ${name.en}`,
  }
}

/** Orders that stand each for itself do not add up: it takes one of the whole amount. */
function oneOrderWords(needFen: number): Words {
  return { zh: `一笔满 ${yuanText(needFen)} 元的消费`, en: `one order of ¥${yuanText(needFen)}` }
}
