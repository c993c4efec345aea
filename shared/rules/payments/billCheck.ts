import type { Instant } from '@shared/kernel/businessDay'
import { addDays, addMonths, type Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import { type BilledLine, type BillDifference, totalOf } from './reconcile'

interface Total {
  readonly count: number
  readonly fen: Fen
}

/** What came of comparing a day's bill with the books. It changes nothing but this. */
export interface BillCheck {
  /** The day. */
  readonly _id: Day
  readonly schemaVersion: 1
  readonly checkedAt: Instant
  readonly payments: Total
  readonly refunds: Total
  /** What WeChat Pay kept for itself. */
  readonly feeFen: Fen
  /** All of them, however many of them are kept. */
  readonly differenceCount: number
  readonly differences: readonly BillDifference[]
}

const MOST_KEPT = 200

export function billCheckOf(
  day: Day,
  lines: readonly (BilledLine & { readonly feeFen: Fen })[],
  differences: readonly BillDifference[],
  checkedAt: Instant,
): BillCheck {
  return {
    _id: day,
    schemaVersion: 1,
    checkedAt,
    payments: totalOf(lines, 'payment'),
    refunds: totalOf(lines, 'refund'),
    feeFen: lines.reduce((sum, { feeFen }) => sum + feeFen, 0),
    differenceCount: differences.length,
    differences: differences.slice(0, MOST_KEPT),
  }
}

/** WeChat Pay has the bills of so many months. */
const MONTHS_KEPT = 3

/**
 * The days whose bills are still to be compared, in order: from the one after the last that was, or from the first on
 * which somebody paid, to yesterday.
 */
export function daysToCheck(today: Day, lastChecked: Day | null, firstPaid: Day | null): Day[] {
  const yesterday = addDays(today, -1)
  const oldest = addDays(addMonths(today, -MONTHS_KEPT), 1)
  const next = lastChecked ? addDays(lastChecked, 1) : (firstPaid ?? yesterday)
  const days: Day[] = []
  for (let day = next < oldest ? oldest : next; day <= yesterday; day = addDays(day, 1)) days.push(day)
  return days
}
