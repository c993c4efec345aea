import type { Day } from '@shared/kernel/day'
import type { Length } from '@shared/rules/tiers/validity'

const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000

const days = new Map<number, Day>()

/** Days are counted with the plainest arithmetic there is, without the product's help. */
function dayNumbered(number: number): Day {
  const known = days.get(number) ?? new Date(number * DAY_MS).toISOString().slice(0, 10)
  days.set(number, known)
  return known
}

const numbers = new Map<Day, number>()

function numberOf(day: Day): number {
  const known = numbers.get(day) ?? Date.parse(day) / DAY_MS
  numbers.set(day, known)
  return known
}

/** The store's day: its zone is eight hours ahead all year. */
export function dayAt(instant: number): Day {
  return dayNumbered(Math.floor((instant + OFFSET_MS) / DAY_MS))
}

export function plusDays(day: Day, count: number): Day {
  return dayNumbered(numberOf(day) + count)
}

export const startOfDay = (day: Day): number => numberOf(day) * DAY_MS - OFFSET_MS

/** The last instant of a day. */
export const endOfDay = (day: Day): number => startOfDay(plusDays(day, 1)) - 1

/** So many days or months later; earlier with −1. */
export function plusLength(day: Day, length: Length, sign: 1 | -1 = 1): Day {
  return length.of === 'days' ? plusDays(day, sign * length.days) : plusMonths(day, sign * length.months)
}

export const dayBefore = (day: Day): Day => plusDays(day, -1)

/** How many days come after one until another. */
export function daysUntil(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** The same day some months on, or the last of that month when it has no such day. */
export function plusMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = lastOfMonth(year, month + count)
  return Number(last.slice(8)) < date ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`
}

export function endOfMonth(day: Day): Day {
  return lastOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

/** `month` counts from 1 and may go on past 12. */
function lastOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Earliest first; what never ends comes last. */
export function byEnd(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  return (a ?? '~') < (b ?? '~') ? -1 : 1
}
