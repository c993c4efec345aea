import { addDays, daysBetween, endOfMonth, type Day } from '@shared/kernel/day'

const SOME_MONDAY: Day = '2024-01-01'

/** The days of a month (`YYYY-MM`) as a calendar of weeks from Monday; null before the first. */
export function monthGrid(month: string): (Day | null)[] {
  const first = `${month}-01`
  const blanks = ((daysBetween(SOME_MONDAY, first) % 7) + 7) % 7
  const length = daysBetween(first, endOfMonth(first)) + 1
  return [
    ...Array.from({ length: blanks }, () => null),
    ...Array.from({ length }, (_, index) => addDays(first, index)),
  ]
}
