import type { Day } from '@shared/kernel/day'
import type { KeepAmounts, Level, TierProgram } from './program'
import { boughtInTerm, type TierFacts } from './standardSpend'
import type { EarnedTier } from './tierState'

/** One of the ways to keep a level at the end of its term, and how far it is. */
export interface WayToKeep {
  readonly by: 'singleOrder' | 'total'
  readonly haveFen: number
  readonly needFen: number
}

/** What would keep a level that ends on a day: one order of the term, or all of them together. None without lock-in. */
export function waysToKeep(
  facts: TierFacts,
  program: TierProgram,
  { term }: EarnedTier,
  level: Level,
  lastDay: Day,
): readonly WayToKeep[] {
  if (!program.lockIn) return []
  const { fen, largestFen } = boughtInTerm(facts, program, term, lastDay)
  const have = { singleOrder: largestFen, total: fen }
  const { singleOrder, total } = neededToKeep(program, level.keep)
  return [
    ...(singleOrder === null
      ? []
      : [{ by: 'singleOrder' as const, haveFen: have.singleOrder, needFen: singleOrder }]),
    ...(total === null ? [] : [{ by: 'total' as const, haveFen: have.total, needFen: total }]),
  ]
}

/** The way in which a level is kept at the end of its term; null when it is not. */
export function keptBy(ways: readonly WayToKeep[]): WayToKeep | null {
  return ways.find(({ haveFen, needFen }) => haveFen >= needFen) ?? null
}

function neededToKeep({ lockIn }: TierProgram, keep: KeepAmounts) {
  return {
    singleOrder: lockIn?.singleOrder ? keep.singleOrderFen : null,
    total: lockIn?.total ? keep.totalFen : null,
  }
}
