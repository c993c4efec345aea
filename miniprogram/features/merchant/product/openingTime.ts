import type { Day } from '@shared/kernel/day'

const HOUR_MS = 3_600_000

const two = (n: number): string => String(n).padStart(2, '0')

/** The day of an instant by the phone's own clock, as all times of the app are shown. */
export function dayOn(at: number): Day {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The instant of a day and a time (`HH:mm`) by the phone's own clock. */
export function instantOf(day: Day, time: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(year, month - 1, date, hour, minute).getTime()
}

/** The next full hour. */
export function nextHour(at: number): number {
  return (Math.floor(at / HOUR_MS) + 1) * HOUR_MS
}
