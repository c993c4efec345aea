import type { InputOf, OutputOf } from '@shared/contracts'

export type Facts = OutputOf<'assistant.facts'>
type Input = InputOf<'assistant.propose'>

/** What a merchant put in place of what was found, or beside it. Null is empty; NaN is not right yet. */
export interface Entered {
  readonly averageOrderFen: number | null
  readonly repurchaseRateBp: number | null
  readonly levels: number | null
  readonly marginBp: number | null
  /** Lowest level first. */
  readonly benefitCostFen: readonly (number | null)[]
  readonly upliftsBp: Input['upliftsBp']
  readonly benchmark: EnteredBenchmark
}

export type EnteredBenchmark = NonNullable<Input['benchmark']>
export type Enter = (patch: Partial<Entered>) => void

const NO_BENCHMARK: EnteredBenchmark = {
  source: '',
  averageOrderFen: null,
  repurchaseRateBp: null,
  marginBp: null,
}

export function nothingEntered({ upliftsBp }: Facts): Entered {
  return {
    averageOrderFen: null,
    repurchaseRateBp: null,
    levels: null,
    marginBp: null,
    benefitCostFen: [],
    upliftsBp,
    benchmark: NO_BENCHMARK,
  }
}

/** The least that an order may be on average: smaller ones make no levels. */
export const LEAST_ORDER_FEN = 100
export const MOST_ORDER_FEN = 1_000_000_000

/** Whether the average order has to be entered, since the store's orders tell none. */
export const lacksAverageOrder = ({ averageOrderFen }: Facts, entered: Entered): boolean =>
  entered.averageOrderFen === null && (averageOrderFen === null || averageOrderFen < LEAST_ORDER_FEN)

export const upliftsFall = ({ upliftsBp: { low, middle, high } }: Entered): boolean =>
  low > middle || middle > high

/** What an industry's figures lack: their source, or any figure at all; null when they are whole or left empty. */
export function benchmarkLacks({ benchmark }: Entered): 'source' | 'figure' | null {
  const { source, averageOrderFen, repurchaseRateBp, marginBp } = benchmark
  const hasFigure = [averageOrderFen, repurchaseRateBp, marginBp].some((figure) => figure !== null)
  const hasSource = source.trim() !== ''
  if (hasFigure === hasSource) return null
  return hasFigure ? 'source' : 'figure'
}

/** What is asked for; null while something is missing or not right. */
export function inputOf(facts: Facts, entered: Entered): Input | null {
  const { benchmark, benefitCostFen, upliftsBp } = entered
  const groups: readonly object[] = [entered, benchmark, upliftsBp, benefitCostFen]
  const isWrong = groups.some((group) => Object.values(group).some(Number.isNaN))
  if (isWrong || lacksAverageOrder(facts, entered) || upliftsFall(entered) || benchmarkLacks(entered))
    return null
  const isEmpty = benchmark.source.trim() === ''
  return { ...entered, benefitCostFen: [...benefitCostFen], benchmark: isEmpty ? null : benchmark }
}

/** A list of costs with one of them changed; those that were never touched are empty. */
export function withCost(
  costs: readonly (number | null)[],
  place: number,
  costFen: number | null,
): readonly (number | null)[] {
  return Array.from({ length: Math.max(costs.length, place + 1) }, (_, i) =>
    i === place ? costFen : (costs[i] ?? null),
  )
}
