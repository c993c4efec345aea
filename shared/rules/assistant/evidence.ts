import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import { divideHalfUp } from './divide'
import { moneyWords } from './figureWords'
import { quantile } from './quantile'
import { winsorise, type Winsorised } from './winsorise'

/** Fewer buyers than this tell nothing about how spend is spread. */
const ENOUGH_BUYERS = 100

const CAPPED_ABOVE_BP = 9_950

/** What the store's buyers spent in the last 12 months. */
export interface Evidence {
  /** As they are: shares and members are counted on these. */
  readonly ascending: readonly Fen[]
  /** Without the outliers: quantiles and the mean are taken of these. Null when nobody bought. */
  readonly winsorised: Winsorised | null
  readonly weak: boolean
}

/** The evidence in figures, for people. */
export interface EvidenceSummary {
  readonly buyers: number
  readonly weak: boolean
  readonly medianFen: Fen | null
  /** Of the winsorised spend. */
  readonly meanFen: Fen | null
  readonly cappedAtFen: Fen | null
  readonly cappedBuyers: number
  readonly reason: Words
}

/** Sorts the buyers. Who paid nothing, or got all of it back, is no buyer. */
export function evidenceOf(netSpendFen: readonly Fen[]): Evidence {
  const ascending = netSpendFen.filter((fen) => fen > 0).sort((a, b) => a - b)
  const winsorised = ascending.length > 0 ? winsorise(ascending, CAPPED_ABOVE_BP) : null
  return { ascending, winsorised, weak: ascending.length < ENOUGH_BUYERS }
}

export function summarise({ ascending, winsorised, weak }: Evidence): EvidenceSummary {
  const buyers = ascending.length
  if (!winsorised) {
    const nothing = { medianFen: null, meanFen: null, cappedAtFen: null, cappedBuyers: 0 }
    return { buyers, weak, ...nothing, reason: weakWords(buyers) }
  }
  const total = winsorised.ascending.reduce((sum, fen) => sum + BigInt(fen), 0n)
  return {
    buyers,
    weak,
    medianFen: quantile(winsorised.ascending, 5_000),
    meanFen: divideHalfUp(total, BigInt(buyers)),
    cappedAtFen: winsorised.cap,
    cappedBuyers: winsorised.capped,
    reason: weak ? weakWords(buyers) : strongWords(buyers, winsorised),
  }
}

function weakWords(buyers: number): Words {
  return {
    zh: `近 12 个月只有 ${buyers} 位买家，不足 ${ENOUGH_BUYERS} 位，看不出消费分布，依据较弱；门槛按客单价推算。`,
    en: `Only ${buyers} ${buyers === 1 ? 'buyer' : 'buyers'} in the last 12 months, fewer than ${ENOUGH_BUYERS}: weak evidence of how spend is spread, so the thresholds follow from the average order.`,
  }
}

function strongWords(buyers: number, { cap, capped }: Winsorised): Words {
  const { zh, en } = moneyWords(cap)
  return {
    zh: `依据近 12 个月 ${buyers} 位买家的净消费；最高的 0.5%（${capped} 位）按 ${zh}计，以免个别大额影响结果。`,
    en: `From the net spend of ${buyers} buyers in the last 12 months; the top 0.5% (${capped}) count as ${en}, so that a few huge ones do not speak for all.`,
  }
}
