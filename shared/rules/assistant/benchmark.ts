import type { Words } from '@shared/kernel/words'
import { moneyWords, percentText } from './figureWords'
import type { Benchmark, Facts } from './inputs'

/** One of the store's figures beside the industry's. */
export interface Comparison {
  readonly measure: 'averageOrderFen' | 'repurchaseRateBp' | 'marginBp'
  readonly own: number
  readonly industry: number
  readonly reason: Words
}

/** The comparison with an industry; without a benchmark it is empty and says so. It changes no threshold. */
export interface BenchmarkView {
  readonly source: string | null
  readonly comparisons: readonly Comparison[]
  readonly reason: Words
}

/** Compares what both the store and the benchmark's source tell. */
export function compareWith(benchmark: Benchmark | null, facts: Facts): BenchmarkView {
  if (!benchmark) return { source: null, comparisons: [], reason: LEFT_EMPTY }
  const comparisons = MEASURES.flatMap((measure) => {
    const [own, industry] = [facts[measure]?.value ?? null, benchmark[measure]]
    if (own === null || industry === null) return []
    return [{ measure, own, industry, reason: comparedWords(measure, own, industry) }]
  })
  const { source } = benchmark
  const reason = {
    zh: `行业数据来源：${source}。仅供对照，不影响门槛。`,
    en: `The industry's figures are from: ${source}. They are for comparison and change no threshold.`,
  }
  return { source, comparisons, reason }
}

const MEASURES: readonly Comparison['measure'][] = ['averageOrderFen', 'repurchaseRateBp', 'marginBp']

const LEFT_EMPTY: Words = {
  zh: '未填写行业数据，因此不作对照；建议只依据本店订单。',
  en: 'No figures of the industry were entered, so nothing is compared; the advice rests on the store alone.',
}

const NAMES: Readonly<Record<Comparison['measure'], Words>> = {
  averageOrderFen: { zh: '客单价', en: 'The average order' },
  repurchaseRateBp: { zh: '复购率', en: 'The repurchase rate' },
  marginBp: { zh: '毛利率', en: 'The margin' },
}

function comparedWords(measure: Comparison['measure'], own: number, industry: number): Words {
  const figure = (value: number): Words =>
    measure === 'averageOrderFen' ? moneyWords(value) : { zh: percentText(value), en: percentText(value) }
  const [ours, theirs, side] = [figure(own), figure(industry), sideOf(own, industry)]
  return {
    zh: `${NAMES[measure].zh} ${ours.zh}，${side.zh}行业的 ${theirs.zh}。`,
    en: `${NAMES[measure].en} of ${ours.en} is ${side.en} the industry's ${theirs.en}.`,
  }
}

function sideOf(own: number, industry: number): Words {
  if (own === industry) return { zh: '等于', en: 'the same as' }
  return own > industry ? { zh: '高于', en: 'above' } : { zh: '低于', en: 'below' }
}
