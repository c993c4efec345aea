import type { Words } from '@shared/kernel/words'
import { moneyWords, percentText } from './figureWords'
import type { Facts } from './inputs'
import { RARE_REPURCHASE_BP, type Bound, type Threshold } from './thresholds'

/** Why a threshold is what it is: what was wanted, what bound it, what came out. */
export function thresholdWords(threshold: Threshold, facts: Facts, weak: boolean): Words {
  const wanted = weak ? ladderWords(threshold, facts) : spendWords(threshold)
  const bound = BOUND_WORDS[threshold.bound](threshold, facts)
  const amount = moneyWords(threshold.amountFen)
  return {
    zh: `${wanted.zh}；${bound.zh}，门槛为 ${amount.zh}。`,
    en: `${wanted.en}. ${bound.en}: ${amount.en}.`,
  }
}

function spendWords({ targetShareBp, wantedFen }: Threshold): Words {
  const { zh, en } = moneyWords(wantedFen)
  const share = percentText(targetShareBp)
  return {
    zh: `目标是让消费最高的 ${share} 买家达到，他们近 12 个月至少消费 ${zh}`,
    en: `Meant for the ${share} of buyers who spent most: ${en} or more in the last 12 months`,
  }
}

function ladderWords({ wantedFen }: Threshold, { averageOrderFen }: Facts): Words {
  const times = Math.round(wantedFen / averageOrderFen.value)
  const order = moneyWords(averageOrderFen.value)
  const wanted = moneyWords(wantedFen)
  return {
    zh: `买家太少，按客单价 ${order.zh}的 ${times} 倍推算，即 ${wanted.zh}`,
    en: `Too few buyers to go by, so ${times} average orders of ${order.en}, which is ${wanted.en}`,
  }
}

type BoundWords = (threshold: Threshold, facts: Facts) => Words

const nearest: Words = { zh: '没有碰到限制，就近取整', en: 'No limit was met, so the nearest round amount' }

const BOUND_WORDS: Readonly<Record<Bound, BoundWords>> = {
  data: () => nearest,
  ladder: () => nearest,
  floor: ({ atLeastFen }, { averageOrderFen }) => {
    const [order, least] = [moneyWords(averageOrderFen.value), moneyWords(atLeastFen)]
    return {
      zh: `这低于客单价 ${order.zh}的 1.5 倍（${least.zh}），以此为下限向上取整`,
      en: `That is under 1.5 average orders of ${order.en}, so ${least.en} is the least, rounded up`,
    }
  },
  ceiling: ceilingWords,
  spacing: ({ atLeastFen }) => {
    const least = moneyWords(atLeastFen)
    return {
      zh: `这不到低一级门槛的 1.5 倍（${least.zh}），以此为下限向上取整`,
      en: `That is under 1.5 times the level below, so ${least.en} is the least, rounded up`,
    }
  },
  rounding: (threshold) => {
    const limits = limitWords(threshold)
    return {
      zh: `最近的整数金额越过了限制（${limits.zh}），取限制之内最近的一个`,
      en: `The nearest round amount would break a limit (${limits.en}), so the nearest one inside it`,
    }
  },
}

function ceilingWords({ atMostFen }: Threshold, { averageOrderFen, repurchaseRateBp }: Facts): Words {
  const [order, most] = [moneyWords(averageOrderFen.value), moneyWords(atMostFen ?? 0)]
  const rate = percentText(repurchaseRateBp.value)
  if (repurchaseRateBp.value < RARE_REPURCHASE_BP) {
    return {
      zh: `复购率 ${rate} 低于 20%，第一级最多为客单价 ${order.zh}的 2 倍（${most.zh}），以此为上限向下取整`,
      en: `Only ${rate} of buyers come back, under 20%, so the first level asks for 2 average orders of ${order.en} at most (${most.en}), rounded down`,
    }
  }
  return {
    zh: `这高于客单价 ${order.zh}的 3 倍（${most.zh}），以此为上限向下取整`,
    en: `That is over 3 average orders of ${order.en}, so ${most.en} is the most, rounded down`,
  }
}

function limitWords({ atLeastFen, atMostFen }: Threshold): Words {
  const least = moneyWords(atLeastFen)
  if (atMostFen === null) return { zh: `至少 ${least.zh}`, en: `at least ${least.en}` }
  const most = moneyWords(atMostFen)
  return { zh: `${least.zh}至 ${most.zh}`, en: `${least.en} to ${most.en}` }
}
