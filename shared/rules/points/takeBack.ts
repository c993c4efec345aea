import type { Day } from '@shared/kernel/day'
import { byExpiry, type Lot, type LotChange } from './lots'
import { takeUpTo } from './take'

/**
 * Takes back what an order earned: from the lots that it made first, as far as they still hold it, then from others by
 * expiry. What the member has spent already is left as a debt.
 */
export function takeBack(
  lots: readonly Lot[],
  ownLots: readonly Lot[],
  points: number,
): { readonly changes: LotChange[]; readonly debt: number } {
  const held = new Map<Day | null, number>(lots.map((lot) => [lot.validUntil, lot.points]))
  const own = ownLots
    .map(({ validUntil, points: earned }) => ({
      validUntil,
      points: Math.min(earned, held.get(validUntil) ?? 0),
    }))
    .sort(byExpiry)
  const first = takeUpTo(own, points)
  const left = lots.map(({ validUntil, points: there }) => ({
    validUntil,
    points: there + taken(first.changes, validUntil),
  }))
  const rest = takeUpTo([...left].sort(byExpiry), first.short)
  return { changes: merged([...first.changes, ...rest.changes]), debt: rest.short }
}

/** The next points earned repay a debt first. */
export function repay(earned: number, debt: number): { readonly repaid: number; readonly kept: number } {
  const repaid = Math.min(earned, debt)
  return { repaid, kept: earned - repaid }
}

/**
 * The share of what an order earned that goes back with a refund: by amount, and the last refund takes the rest, so
 * that any sequence of partial refunds ends where one full refund ends.
 */
export function refundedShare(
  earned: number,
  paidFen: number,
  refundedFen: number,
  takenBefore: number,
): number {
  if (refundedFen >= paidFen) return earned - takenBefore
  return Number((BigInt(earned) * BigInt(refundedFen)) / BigInt(paidFen)) - takenBefore
}

function taken(changes: readonly LotChange[], day: Day | null): number {
  return changes.reduce((sum, change) => sum + (change.validUntil === day ? change.points : 0), 0)
}

function merged(changes: readonly LotChange[]): LotChange[] {
  const days = new Set(changes.map(({ validUntil }) => validUntil))
  return [...days].map((validUntil) => ({ validUntil, points: taken(changes, validUntil) }))
}
