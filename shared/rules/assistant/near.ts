import type { Fen } from '@shared/kernel/fen'
import { countAtLeast } from './countAtLeast'

/**
 * For each threshold, lowest first: how many have it next and are within one average order of it, so that one more order
 * takes them there. Everybody is counted at one threshold at most.
 */
export function nearOf(
  ascending: readonly Fen[],
  thresholdsFen: readonly Fen[],
  averageOrderFen: Fen,
): number[] {
  return thresholdsFen.map((thresholdFen, i) => {
    const fromFen = Math.max(thresholdsFen[i - 1] ?? 0, thresholdFen - averageOrderFen)
    return countAtLeast(ascending, fromFen) - countAtLeast(ascending, thresholdFen)
  })
}
