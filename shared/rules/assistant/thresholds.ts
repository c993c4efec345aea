import type { Fen } from '@shared/kernel/fen'
import { BP_ONE } from '@shared/kernel/rate'
import type { Evidence } from './evidence'
import { friendlyDown, friendlyNearest, friendlyUp } from './friendly'
import type { Facts } from './inputs'
import { quantile } from './quantile'
import { targetSharesBp } from './targetShares'

/**
 * What decided a threshold: the buyers' spend itself; the least or the most that the first level may ask; the distance to
 * the level below; a friendly number that stood outside those; or, on weak evidence, the ladder of average orders.
 */
export type Bound = 'data' | 'floor' | 'ceiling' | 'spacing' | 'rounding' | 'ladder'

export interface Threshold {
  readonly amountFen: Fen
  readonly targetShareBp: number
  /** What the spend, or the ladder, asks for before limits and rounding. */
  readonly wantedFen: Fen
  readonly atLeastFen: Fen
  /** Null above the first level. */
  readonly atMostFen: Fen | null
  readonly bound: Bound
}

/** Below this the first level must be nearer, or who seldom comes back never gets there. */
export const RARE_REPURCHASE_BP = 2_000

/** The thresholds of this many levels, lowest first: each at least 1.5 times the one below, all of them friendly. */
export function thresholdsOf(evidence: Evidence, facts: Facts, levels: number): Threshold[] {
  const found: Threshold[] = []
  for (const [i, targetShareBp] of targetSharesBp(levels).entries()) {
    const below = found.at(-1)
    const limits = below ? spacedFrom(below.amountFen) : firstLimits(facts)
    found.push(decide(wanted(evidence, facts, i, targetShareBp), targetShareBp, limits, evidence.weak))
  }
  return found
}

interface Limits {
  readonly atLeastFen: Fen
  readonly atMostFen: Fen | null
  readonly below: Extract<Bound, 'floor' | 'spacing'>
}

/** 2, 4, 8 … average orders a year where the spend of too few buyers says nothing. */
function wanted(evidence: Evidence, facts: Facts, index: number, targetShareBp: number): Fen {
  if (evidence.weak || !evidence.winsorised) return facts.averageOrderFen.value * 2 ** (index + 1)
  return quantile(evidence.winsorised.ascending, BP_ONE - targetShareBp)
}

function firstLimits({ averageOrderFen, repurchaseRateBp }: Facts): Limits {
  const times = repurchaseRateBp.value < RARE_REPURCHASE_BP ? 2 : 3
  return {
    atLeastFen: oneAndAHalf(averageOrderFen.value),
    atMostFen: averageOrderFen.value * times,
    below: 'floor',
  }
}

function spacedFrom(belowFen: Fen): Limits {
  return { atLeastFen: oneAndAHalf(belowFen), atMostFen: null, below: 'spacing' }
}

const oneAndAHalf = (fen: Fen): Fen => Math.ceil((fen * 3) / 2)

function decide(wantedFen: Fen, targetShareBp: number, limits: Limits, weak: boolean): Threshold {
  const { atLeastFen, atMostFen } = limits
  const at = (amountFen: Fen, bound: Bound): Threshold => ({
    amountFen,
    targetShareBp,
    wantedFen,
    atLeastFen,
    atMostFen,
    bound,
  })
  if (wantedFen < atLeastFen) return at(friendlyUp(atLeastFen), limits.below)
  if (atMostFen !== null && wantedFen > atMostFen) return at(friendlyDown(atMostFen), 'ceiling')
  const nearest = friendlyNearest(wantedFen)
  if (nearest < atLeastFen) return at(friendlyUp(atLeastFen), 'rounding')
  if (atMostFen !== null && nearest > atMostFen) return at(friendlyDown(atMostFen), 'rounding')
  return at(nearest, weak ? 'ladder' : 'data')
}
