import { addDays, type Day } from '@shared/kernel/day'
import { LONGEST_WINDOW_DAYS } from './settings'

/**
 * Growth that was gained on a day, and how much of it counts now: all of it, or nothing once it has left the window.
 * As a change: what an entry adds to both.
 */
export interface GrowthDay {
  readonly day: Day
  readonly gained: number
  readonly counted: number
}

/**
 * The day that keeps growth that is taken away: its own, or long ago when it was put together with older growth before,
 * though by what is left it would be told apart again.
 */
export function dayOfGrowth(days: readonly GrowthDay[], { day, gained }: GrowthDay): Day {
  const isThere = (each: Day): boolean =>
    days.some((there) => there.day === each && there.gained + gained >= 0)
  return gained < 0 && !isThere(day) && isThere(LONG_AGO) ? LONG_AGO : day
}

/** What was gained before the longest window is one day's: no window tells it apart any more. */
export const LONG_AGO: Day = '1900-01-01'

export function countedOf(days: readonly GrowthDay[]): number {
  return days.reduce((sum, { counted }) => sum + counted, 0)
}

/** Merges changes into the days, oldest first. Throws when more would count than was gained, or less than nothing. */
export function applyGrowthDays(
  days: readonly GrowthDay[],
  changes: readonly GrowthDay[],
): readonly GrowthDay[] {
  if (changes.length === 0) return days
  const byDay = new Map(days.map((each) => [each.day, each]))
  const newest = [...days, ...changes].reduce((last, { day }) => (day > last ? day : last), LONG_AGO)
  const firstKept = addDays(newest, -LONGEST_WINDOW_DAYS)
  const add = (change: GrowthDay): void => {
    const day = change.day < firstKept ? LONG_AGO : dayOfGrowth([...byDay.values()], change)
    const there = byDay.get(day)
    byDay.set(day, {
      day,
      gained: (there?.gained ?? 0) + change.gained,
      counted: (there?.counted ?? 0) + change.counted,
    })
  }
  changes.forEach(add)
  for (const old of [...byDay.values()].filter(({ day }) => day !== LONG_AGO && day < firstKept)) {
    byDay.delete(old.day)
    add(old)
  }
  const next = [...byDay.values()].filter(({ gained, counted }) => gained !== 0 || counted !== 0)
  for (const { day, gained, counted } of next) {
    if (counted < 0 || counted > gained)
      throw new Error(`growth of ${day} would count ${counted} of ${gained}`)
  }
  return next.sort((a, b) => (a.day < b.day ? -1 : 1))
}
