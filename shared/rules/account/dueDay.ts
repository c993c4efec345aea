import { addDays, type Day } from '@shared/kernel/day'
import type { Lot } from '../points/lots'

/** The first day on which a timer has something to do for the member: the day after the earliest lot's last. */
export function nextDueDay(lots: readonly Lot[]): Day | null {
  const earliest = lots.find((lot) => lot.validUntil !== null)?.validUntil
  return earliest ? addDays(earliest, 1) : null
}
