import { refuse, ok, type Result } from '@shared/kernel/result'
import { byExpiry, totalOf, type Lot, type LotChange } from './lots'

/** What spending takes: the earliest expiry first. Refuses, taking nothing, when there are not enough. */
export function takeEarliest(lots: readonly Lot[], points: number): Result<LotChange[], { missing: number }> {
  const missing = points - totalOf(lots)
  if (missing > 0) return refuse({ missing })
  return ok(takeUpTo([...lots].sort(byExpiry), points).changes)
}

/** Takes from lots in the order given, as far as they reach; tells what they fell short of. */
export function takeUpTo(lots: readonly Lot[], points: number): { changes: LotChange[]; short: number } {
  const changes: LotChange[] = []
  let short = points
  for (const lot of lots) {
    const taken = Math.min(short, lot.points)
    if (taken > 0) changes.push({ validUntil: lot.validUntil, points: -taken })
    short -= taken
  }
  return { changes, short }
}
