import type { Fen } from '@shared/kernel/fen'
import { ratioBp } from '@shared/kernel/rate'
import { countAtLeast } from './countAtLeast'

/** Buyers, and their share of all buyers rounded down to the basis point. */
export interface Count {
  readonly members: number
  readonly shareBp: number
}

/** Who reaches a level, and who of them holds it because the next is out of reach. */
export interface Held {
  readonly reached: Count
  readonly held: Count
}

/** Counts the real buyers over thresholds, lowest first. */
export function heldOf(ascending: readonly Fen[], thresholdsFen: readonly Fen[]): Held[] {
  const reached = thresholdsFen.map((fen) => countAtLeast(ascending, fen))
  const countOf = (members: number): Count => ({ members, shareBp: ratioBp(members, ascending.length) })
  return reached.map((members, i) => ({
    reached: countOf(members),
    held: countOf(members - (reached[i + 1] ?? 0)),
  }))
}
