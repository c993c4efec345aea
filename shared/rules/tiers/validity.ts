import { addDays, addMonths, daysBetween, type Day } from '@shared/kernel/day'

export type Length =
  { readonly of: 'days'; readonly days: number } | { readonly of: 'months'; readonly months: number }

/** How long a level lasts from the day on which it was reached. */
export type Validity = { readonly of: 'permanent' } | { readonly of: 'calendarYear' } | Length

/** A time at which the levels were off: from the first day to the first day on again. */
export interface Pause {
  readonly from: Day
  readonly to: Day | null
}

/** The last day of a level that was reached on a day: that day of the next year, or the day N days or months on; null for never. */
export function lastDayOf(validity: Validity, reached: Day): Day | null {
  switch (validity.of) {
    case 'permanent':
      return null
    case 'calendarYear':
      return addMonths(reached, 12)
    case 'days':
    case 'months':
      return after(reached, validity)
  }
}

/** The day that lies a length after another; months clamp. */
export function after(day: Day, length: Length): Day {
  return length.of === 'days' ? addDays(day, length.days) : addMonths(day, length.months)
}

/** The first day of the last N days or months, today being the last of them. */
export function firstDayOfLast(length: Length, today: Day): Day {
  return length.of === 'days' ? addDays(today, 1 - length.days) : addDays(addMonths(today, -length.months), 1)
}

/**
 * The last day of a term, put off by the days on which the levels were off: such time does not count. Null for a term
 * without end, and for one that stands still now.
 */
export function putOff(from: Day, until: Day | null, pauses: readonly Pause[]): Day | null {
  let last = until
  for (const pause of pauses) {
    if (last === null || pause.from < from || pause.from > last) continue
    if (pause.to === null) return null
    last = addDays(last, daysBetween(pause.from, pause.to))
  }
  return last
}
