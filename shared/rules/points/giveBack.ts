import { addDays, type Day } from '@shared/kernel/day'
import type { LotChange } from './lots'

/** How long points are good for that come back after their lot lapsed. */
const DEFAULT_GRACE_DAYS = 30

/**
 * What was taken goes back to the lots that it came from. A lot that lapsed meanwhile gets some days of grace, so that
 * a cancelled redemption does not cost the member what it was worth.
 */
export function giveBack(
  taken: readonly LotChange[],
  today: Day,
  graceDays = DEFAULT_GRACE_DAYS,
): LotChange[] {
  const returned = new Map<Day | null, number>()
  for (const { validUntil, points } of taken) {
    const lapsed = validUntil !== null && validUntil < today
    const to = lapsed ? addDays(today, graceDays) : validUntil
    returned.set(to, (returned.get(to) ?? 0) - points)
  }
  return [...returned].map(([validUntil, points]) => ({ validUntil, points }))
}
