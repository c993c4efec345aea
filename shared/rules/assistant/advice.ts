import type { Words } from '@shared/kernel/words'
import { countAtLeast } from './countAtLeast'
import type { Evidence } from './evidence'
import type { Facts } from './inputs'
import { thresholdsOf } from './thresholds'

/** A level that fewer hold is not worth its benefits, and too few to measure anything on. */
export const ENOUGH_MEMBERS = 30
const ENOUGH_PERCENT = 1

/** How many levels the buyers bear. */
export interface LevelAdvice {
  readonly kind: 'asWanted' | 'fewer' | 'evenOneIsSmall' | 'tooFewBuyers'
  readonly levels: number
  readonly reason: Words
}

/** The greatest number of levels, up to the one wanted, whose top is held by at least 1 % of buyers and 30 of them. */
export function adviseLevels(evidence: Evidence, facts: Facts): LevelAdvice {
  const wanted = facts.levels.value
  if (evidence.weak) return { kind: 'tooFewBuyers', levels: wanted, reason: UNKNOWN }
  const topOfWanted = topMembers(evidence, facts, wanted)
  for (let levels = wanted; levels >= 1; levels -= 1) {
    const top = topMembers(evidence, facts, levels)
    if (!isEnough(top, evidence.ascending.length)) continue
    if (levels === wanted) return { kind: 'asWanted', levels, reason: asWantedWords(wanted, top) }
    return { kind: 'fewer', levels, reason: fewerWords(wanted, topOfWanted, levels, top) }
  }
  return { kind: 'evenOneIsSmall', levels: 1, reason: smallWords(topMembers(evidence, facts, 1)) }
}

function topMembers(evidence: Evidence, facts: Facts, levels: number): number {
  const top = thresholdsOf(evidence, facts, levels).at(-1)
  return top ? countAtLeast(evidence.ascending, top.amountFen) : 0
}

function isEnough(members: number, buyers: number): boolean {
  return members >= ENOUGH_MEMBERS && members * 100 >= buyers * ENOUGH_PERCENT
}

const UNKNOWN: Words = {
  zh: '买家太少，无法判断设几级合适；请在有更多订单后再看。',
  en: 'Too few buyers to tell how many levels would be held; look again when there are more orders.',
}

const RULE: Words = { zh: '不足 1% 或 30 人', en: 'under 1% of buyers or under 30 of them' }

function asWantedWords(levels: number, top: number): Words {
  return {
    zh: `设 ${levels} 级合适：最高一级有 ${top} 人。`,
    en: `${levels} ${levels === 1 ? 'level fits' : 'levels fit'}: ${top} buyers would hold the top.`,
  }
}

function fewerWords(wanted: number, topOfWanted: number, levels: number, top: number): Words {
  return {
    zh: `设 ${wanted} 级时最高一级只有 ${topOfWanted} 人，${RULE.zh}；建议设 ${levels} 级，最高一级有 ${top} 人。`,
    en: `With ${wanted} levels only ${topOfWanted} would hold the top, ${RULE.en}; ${levels === 1 ? '1 level is' : `${levels} levels are`} advised, whose top ${top} would hold.`,
  }
}

function smallWords(top: number): Words {
  return {
    zh: `即使只设 1 级也只有 ${top} 人达到，${RULE.zh}；建议最多设 1 级。`,
    en: `Even a single level only ${top} would hold, ${RULE.en}; one level at most is advised.`,
  }
}
