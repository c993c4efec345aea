import type { Words } from '@shared/kernel/words'
import { moneyWords, percentText } from './figureWords'
import type { BreakEven, GainCase } from './gain'

export const GAIN_UNKNOWN: Words = {
  zh: '未填写毛利率，无法估算收益；填写后再看。',
  en: 'Without a margin no gain can be told; enter one and look again.',
}

/** What the break-even uplift says, or why there is none. */
export function breakEvenWords(kind: BreakEven['kind'], upliftBp: number | null, near: number): Words {
  switch (kind) {
    case 'nobodyNear':
      return {
        zh: '没有人距门槛在一个客单价以内，多下一单也无人升级，因此没有盈亏平衡点。',
        en: 'Nobody is within one average order of a threshold, so one more order lifts nobody and there is no break-even.',
      }
    case 'costUnknown':
      return {
        zh: '权益成本尚未确定，无法算出盈亏平衡点。',
        en: 'What the benefits cost is not settled yet, so there is no break-even to tell.',
      }
    case 'orderPaysLess':
      return {
        zh: '多下一单的毛利抵不上升级后一年的权益成本，升级的人再多也不能持平；请降低权益成本。',
        en: 'The margin of one more order does not cover a year of benefits for who climbs by it, so no uplift breaks even; choose benefits that cost less.',
      }
    case 'found':
      return foundWords(upliftBp ?? 0, near)
  }
}

function foundWords(upliftBp: number, near: number): Words {
  const share = percentText(upliftBp)
  if (upliftBp === 0)
    return { zh: '没有需要收回的权益成本。', en: 'There is no cost of benefits to win back.' }
  if (upliftBp > 10_000) {
    return {
      zh: `有 ${near} 人距门槛在一个客单价以内；平均每人要多下不止一单（${share}），权益成本才能收回。此数不含任何假设。`,
      en: `${near} are within one average order of a threshold; each would have to place more than one more order (${share}) for the benefits to pay. This assumes nothing.`,
    }
  }
  return {
    zh: `有 ${near} 人距门槛在一个客单价以内；其中 ${share} 一年多下一单，权益成本即可收回。此数不含任何假设。`,
    en: `${near} are within one average order of a threshold; the benefits pay once ${share} of them place one more order a year. This assumes nothing.`,
  }
}

/** What a case assumes and what follows from it. */
export function caseWords(figures: Omit<GainCase, 'reason'>, near: number): Words {
  const { upliftBp, marginFen, affordableFen, costFen } = figures
  const [share, margin] = [percentText(upliftBp), moneyWords(marginFen)]
  const assumed = {
    zh: `假设（尚未实测）：临近门槛的 ${near} 人中有 ${share} 一年多下一单，增加毛利 ${margin.zh}`,
    en: `An assumption, not measured yet: ${share} of the ${near} near a threshold place one more order a year, which adds a margin of ${margin.en}`,
  }
  if (costFen === null) {
    const most = moneyWords(affordableFen)
    return {
      zh: `${assumed.zh}；每位会员一年的权益成本不超过 ${most.zh}即可持平。`,
      en: `${assumed.en}; it pays for benefits of up to ${most.en} for a member and year.`,
    }
  }
  const cost = moneyWords(costFen)
  return { zh: `${assumed.zh}，权益成本 ${cost.zh}。`, en: `${assumed.en}; the benefits cost ${cost.en}.` }
}
