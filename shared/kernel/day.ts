import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** The store's calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string

const DAY_MS = 86_400_000

// Rules count days all the time, and in UTC each has 24 hours: dayjs would take longer than all else that they do.
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Clamps: 31 January + 1 month is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  return dayjs.utc(day).add(months, 'month').format('YYYY-MM-DD')
}

/** Every day of a month (`YYYY-MM`), first to last. */
export function daysOfMonth(month: string): readonly Day[] {
  const first = `${month}-01`
  return Array.from({ length: Number(endOfMonth(first).slice(8)) }, (_, days) => addDays(first, days))
}

export function endOfMonth(day: Day): Day {
  return dayjs.utc(day).endOf('month').format('YYYY-MM-DD')
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** `YYYY-MM` */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

/** True for a real calendar day written `YYYY-MM-DD` (30 February is none). */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text
}

/** A day of a month (`YYYY-MM`) by its number: in one that is shorter its last. */
export function dayInMonth(month: string, dayOfMonth: number): Day {
  const first = `${month}-01`
  const there = addDays(first, dayOfMonth - 1)
  const last = endOfMonth(first)
  return there < last ? there : last
}
