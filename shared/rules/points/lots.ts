import type { Day } from '@shared/kernel/day'

/** Points that lapse together: valid until the end of a day, or for ever (null). One lot a day. */
export interface Lot {
  readonly validUntil: Day | null
  readonly points: number
}

/** What an entry did to a lot; negative takes away. */
export type LotChange = Lot

/** Earliest expiry first; what never lapses comes last. */
export function byExpiry(a: Lot, b: Lot): number {
  if (a.validUntil === b.validUntil) return 0
  if (a.validUntil === null) return 1
  if (b.validUntil === null) return -1
  return a.validUntil < b.validUntil ? -1 : 1
}

export function totalOf(lots: readonly { readonly points: number }[]): number {
  return lots.reduce((sum, lot) => sum + lot.points, 0)
}

/** Merges changes into the lots, day by day; a lot that is used up goes. Throws when a lot would go below zero. */
export function applyLots(lots: readonly Lot[], changes: readonly LotChange[]): readonly Lot[] {
  if (changes.length === 0) return lots
  const byDay = new Map<Day | null, number>(lots.map((lot) => [lot.validUntil, lot.points]))
  for (const change of changes) {
    byDay.set(change.validUntil, (byDay.get(change.validUntil) ?? 0) + change.points)
  }
  const next: Lot[] = []
  for (const [validUntil, points] of byDay) {
    if (points < 0) throw new Error(`lot ${validUntil ?? 'without end'} would hold ${points} points`)
    if (points > 0) next.push({ validUntil, points })
  }
  return next.sort(byExpiry)
}

/** The lot that lapses first, if any ever does. */
export function firstToLapse(lots: readonly Lot[]): (Lot & { readonly validUntil: Day }) | null {
  const [first] = lots
  return first && first.validUntil !== null ? { ...first, validUntil: first.validUntil } : null
}
