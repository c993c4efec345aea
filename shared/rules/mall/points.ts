import type { Day } from '@shared/kernel/day'
import { ok, type Result } from '@shared/kernel/result'
import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import { giveBack } from '../points/giveBack'
import { totalOf, type Lot, type LotChange } from '../points/lots'
import { takeEarliest } from '../points/take'

/** What an entry does to points: which lots, and between which accounts. */
export interface PointsMove {
  readonly lots: readonly LotChange[]
  readonly legs: readonly Leg[]
}

/** What redeeming takes: the earliest expiry first. Refuses whole what is not there; the redemption keeps the lots. */
export function takePoints(lots: readonly Lot[], points: number): Result<PointsMove, { missing: number }> {
  const taken = takeEarliest(lots, points)
  if (!taken.ok) return taken
  return ok({ lots: taken.value, legs: move('points', 'store.pointsRedeemed.mall', 'points', points) })
}

/** What a redemption that was cancelled or brought back gives back: to the lots it came from, all of it. */
export function givePointsBack(taken: readonly LotChange[], today: Day, graceDays: number): PointsMove {
  const lots = giveBack(taken, today, graceDays)
  return { lots, legs: move('store.pointsRedeemed.mall', 'points', 'points', totalOf(lots)) }
}
