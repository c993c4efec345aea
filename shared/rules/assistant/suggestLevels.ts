import type { Fen } from '@shared/kernel/fen'
import { adviseLevels } from './advice'
import { evidenceOf } from './evidence'
import { factOf, INPUT_RANGES } from './inputs'
import type { StoreFigures } from './buyerYears'

/** How many levels above the free one to begin with: as many as the store has, or fewer where its buyers bear no more. */
export function suggestLevels(
  netSpendFen: readonly Fen[],
  { averageOrderFen, repurchaseRateBp }: StoreFigures,
  present: number,
): number {
  const { min, max } = INPUT_RANGES.levels
  const wanted = Math.min(max, Math.max(min, present))
  if (!isAverageOrder(averageOrderFen)) return wanted
  const facts = {
    averageOrderFen: factOf(averageOrderFen, null),
    repurchaseRateBp: factOf(repurchaseRateBp ?? 0, null),
    levels: factOf(wanted, null),
    marginBp: null,
  }
  return adviseLevels(evidenceOf(netSpendFen), facts).levels
}

/** False for a store without orders, and for one whose orders are too small to make levels of. */
export function isAverageOrder(fen: Fen | null): fen is Fen {
  return fen !== null && fen >= INPUT_RANGES.averageOrderFen.min && fen <= INPUT_RANGES.averageOrderFen.max
}
