import type { Fen } from '@shared/kernel/fen'
import { ratioBp } from '@shared/kernel/rate'
import type { Words } from '@shared/kernel/words'
import { ENOUGH_MEMBERS } from './advice'
import { moneyWords, percentText } from './figureWords'
import { friendlyBetween } from './friendly'
import type { TwoYears } from './inputs'

/** The amount that keeps a level for another year. */
export interface Retention {
  readonly amountFen: Fen
  /** Who would have held the level on last year's spend. */
  readonly lastYearHolders: number
  /** How many of them spent the amount this year; null: too few holders to tell. */
  readonly wouldHaveKept: number | null
  readonly keptShareBp: number | null
  readonly reason: Words
}

/**
 * The friendly amount from 70 to 80 % of the threshold that the share of last year's holders nearest to 60 % would have
 * spent again; of two equally near, the lower. With fewer than 30 holders, the one nearest to 75 % of the threshold.
 * `nextFen`: the threshold above, null at the top.
 */
export function retentionOf(
  twoYears: readonly TwoYears[],
  thresholdFen: Fen,
  nextFen: Fen | null,
): Retention {
  const holders = twoYears.filter(
    ({ lastYearFen }) => lastYearFen >= thresholdFen && (nextFen === null || lastYearFen < nextFen),
  )
  const amounts = friendlyBetween(Math.ceil((thresholdFen * 7) / 10), Math.floor((thresholdFen * 8) / 10))
  if (holders.length < ENOUGH_MEMBERS) {
    const amountFen = leastBy(amounts, (fen) => Math.abs(4 * fen - 3 * thresholdFen))
    const reason = tooFewWords(holders.length)
    return { amountFen, lastYearHolders: holders.length, wouldHaveKept: null, keptShareBp: null, reason }
  }
  const keptAt = (fen: Fen) => holders.filter(({ thisYearFen }) => thisYearFen >= fen).length
  const amountFen = leastBy(amounts, (fen) => Math.abs(5 * keptAt(fen) - 3 * holders.length))
  const kept = keptAt(amountFen)
  return {
    amountFen,
    lastYearHolders: holders.length,
    wouldHaveKept: kept,
    keptShareBp: ratioBp(kept, holders.length),
    reason: keptWords(amountFen, kept, holders.length),
  }
}

/** Of equals the first. */
function leastBy(amounts: readonly Fen[], distance: (fen: Fen) => number): Fen {
  const [first, ...rest] = amounts
  if (first === undefined)
    throw new RangeError('retention: the threshold is too small to have an amount below it')
  return rest.reduce((found, next) => (distance(next) < distance(found) ? next : found), first)
}

function tooFewWords(holders: number): Words {
  return {
    zh: `按去年消费只有 ${holders} 人达到该等级，不足 ${ENOUGH_MEMBERS} 人，无法判断有多少人能保级；暂取门槛的 75% 左右。`,
    en: `Only ${holders} would have held this level on last year's spend, fewer than ${ENOUGH_MEMBERS}: too few to tell how many would keep it, so about 75% of the threshold.`,
  }
}

function keptWords(amountFen: Fen, kept: number, holders: number): Words {
  const amount = moneyWords(amountFen)
  const share = percentText(ratioBp(kept, holders))
  return {
    zh: `按去年消费有 ${holders} 人达到该等级，其中 ${kept} 人（${share}）今年消费达到 ${amount.zh}；在门槛的 70% 至 80% 之间，这个整数金额最接近六成。`,
    en: `${holders} would have held this level on last year's spend, and ${kept} of them (${share}) spent ${amount.en} or more this year: of the round amounts from 70% to 80% of the threshold, the one nearest to 60%.`,
  }
}
