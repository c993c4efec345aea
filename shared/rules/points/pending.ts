import type { Day } from '@shared/kernel/day'

/** Points that become available on a day, with the last day they are good for. One lot for each pair of days. */
export interface PendingLot {
  readonly releaseDay: Day
  readonly validUntil: Day | null
  readonly points: number
}

/** Merges changes into what is to come; what is used up goes. Throws when a lot would go below zero. */
export function applyPending(
  pending: readonly PendingLot[],
  changes: readonly PendingLot[],
): readonly PendingLot[] {
  if (changes.length === 0) return pending
  const byDays = new Map(pending.map((lot) => [keyOf(lot), lot]))
  for (const change of changes) {
    const points = (byDays.get(keyOf(change))?.points ?? 0) + change.points
    if (points < 0) throw new Error(`points due on ${change.releaseDay} would be ${points}`)
    if (points > 0) byDays.set(keyOf(change), { ...change, points })
    else byDays.delete(keyOf(change))
  }
  return [...byDays].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot)
}

/** What never lapses comes after what does. */
const keyOf = ({ releaseDay, validUntil }: PendingLot): string => `${releaseDay} ${validUntil ?? '~'}`
