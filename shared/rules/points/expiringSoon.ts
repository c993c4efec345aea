import { addDays, type Day } from '@shared/kernel/day'
import { totalOf, type Lot } from './lots'
import { REMIND_DAYS_BEFORE } from './remind'

export interface ExpiringSoon {
  /** What lapses within the days of the first reminder. */
  readonly points: number
  /** The last day on which the first of them can be spent. */
  readonly firstDay: Day
}

/** The points that lapse so soon that the member is told of them; null when none do. */
export function expiringSoon(lots: readonly Lot[], today: Day): ExpiringSoon | null {
  const until = addDays(today, REMIND_DAYS_BEFORE[0])
  const soon = lots.filter(
    ({ validUntil }) => validUntil !== null && today <= validUntil && validUntil <= until,
  )
  const firstDay = soon[0]?.validUntil
  return firstDay ? { points: totalOf(soon), firstDay } : null
}
