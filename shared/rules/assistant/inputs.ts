import type { Fen } from '@shared/kernel/fen'
import { BP_ONE } from '@shared/kernel/rate'

/** A figure, and whether it was found in the store's orders or put in its place by the merchant. */
export interface Fact {
  readonly value: number
  readonly from: 'store' | 'merchant'
}

/** What holds of the store as a whole. */
export interface Facts {
  /** Net amount of an order, on average. */
  readonly averageOrderFen: Fact
  /** Share of buyers who bought on two days or more. */
  readonly repurchaseRateBp: Fact
  /** How many levels are wanted above the free one. */
  readonly levels: Fact
  /** What is left of an order's amount after the cost of its goods; null: not told, and then no gain is. */
  readonly marginBp: Fact | null
}

/** A member's net spend in the year before the last 12 months, and in the last 12 months. */
export interface TwoYears {
  readonly lastYearFen: Fen
  readonly thisYearFen: Fen
}

/** Shares of the members near a threshold who are assumed to place one more order a year. */
export interface Uplifts {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** Figures of an industry as somebody published them; what the source does not tell is null. */
export interface Benchmark {
  readonly source: string
  readonly averageOrderFen: Fen | null
  readonly repurchaseRateBp: number | null
  readonly marginBp: number | null
}

/** All that a proposal is made from. */
export interface AssistantInputs {
  /** Net spend of the last 12 months, one amount a buyer, in any order. Nothing or less: no buyer. */
  readonly netSpendFen: readonly Fen[]
  /** Everybody who bought in the year before, whether or not they came back; empty where the store has no such year. */
  readonly twoYears: readonly TwoYears[]
  readonly facts: Facts
  /** What a level's benefits cost for a member and year, lowest level first; null: not settled yet, for one level or for all. */
  readonly benefitCostFen: readonly (Fen | null)[] | null
  readonly upliftsBp: Uplifts
  /** Null: left empty, and then nothing is compared. */
  readonly benchmark: Benchmark | null
}

/** Assumptions to begin with; the merchant may put others in their place. */
export const DEFAULT_UPLIFTS_BP: Uplifts = { low: 500, middle: 1_000, high: 2_000 }

/** Inside these ranges every result is an exact integer and every limit has a friendly number in it. */
export const INPUT_RANGES = {
  averageOrderFen: { min: 100, max: 1_000_000_000 },
  levels: { min: 1, max: 10 },
  rateBp: { min: 0, max: BP_ONE },
  spendFen: { min: -1_000_000_000_000, max: 1_000_000_000_000 },
  costFen: { min: 0, max: 1_000_000_000 },
} as const

/** The merchant's figure where one was entered, else the store's. */
export function factOf(found: number, entered: number | null): Fact {
  return entered === null ? { value: found, from: 'store' } : { value: entered, from: 'merchant' }
}

/** Throws a RangeError that names the first figure outside its range. */
export function checkInputs(inputs: AssistantInputs): void {
  const { facts, upliftsBp, benchmark, benefitCostFen } = inputs
  check('averageOrderFen', facts.averageOrderFen.value, INPUT_RANGES.averageOrderFen)
  check('repurchaseRateBp', facts.repurchaseRateBp.value, INPUT_RANGES.rateBp)
  check('levels', facts.levels.value, INPUT_RANGES.levels)
  check('marginBp', facts.marginBp?.value ?? 0, INPUT_RANGES.rateBp)
  for (const spend of inputs.netSpendFen) check('netSpendFen', spend, INPUT_RANGES.spendFen)
  for (const { lastYearFen, thisYearFen } of inputs.twoYears) {
    check('lastYearFen', lastYearFen, INPUT_RANGES.spendFen)
    check('thisYearFen', thisYearFen, INPUT_RANGES.spendFen)
  }
  for (const [name, uplift] of Object.entries(upliftsBp))
    check(`uplift ${name}`, uplift as number, INPUT_RANGES.rateBp)
  for (const cost of benefitCostFen ?? []) check('benefitCostFen', cost ?? 0, INPUT_RANGES.costFen)
  if (benefitCostFen && benefitCostFen.length < facts.levels.value) {
    throw new RangeError(`benefitCostFen: ${benefitCostFen.length} costs for ${facts.levels.value} levels`)
  }
  if (benchmark?.source.trim() === '') throw new RangeError('benchmark: its source is not named')
}

function check(
  name: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(`${name}: ${value} is no whole number from ${min} to ${max}`)
  }
}
