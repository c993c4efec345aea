import { addDays, addMonths, type Day } from '@shared/kernel/day'

/** Which growth counts: of all time, of the last days, or since the last reset. */
export type GrowthMode =
  | { readonly kind: 'allTime' }
  | { readonly kind: 'rolling'; readonly windowDays: number }
  | { readonly kind: 'reset'; readonly everyMonths: number; readonly from: Day }

/** Growth by the day it was gained; one day is one bucket, oldest first. Taken-back growth is negative. */
export interface GrowthBucket {
  readonly day: Day
  readonly growth: number
}

/** The first day whose growth counts on a day; null when all of it does. */
export function countsFrom(mode: GrowthMode, today: Day): Day | null {
  switch (mode.kind) {
    case 'allTime':
      return null
    case 'rolling':
      return addDays(today, 1 - mode.windowDays)
    case 'reset':
      return lastReset(mode.from, mode.everyMonths, today)
  }
}

/** The day on which the next growth stops counting; null when none does. `oldest` is the day of the oldest bucket. */
export function nextLapse(mode: GrowthMode, oldest: Day, today: Day): Day | null {
  switch (mode.kind) {
    case 'allTime':
      return null
    case 'rolling':
      return addDays(oldest, mode.windowDays)
    case 'reset':
      return resetAfter(mode.from, mode.everyMonths, today)
  }
}

/** Adds growth of a day to its bucket. */
export function gain(buckets: readonly GrowthBucket[], day: Day, growth: number): readonly GrowthBucket[] {
  if (growth === 0) return buckets
  const there = buckets.find((bucket) => bucket.day === day)?.growth ?? 0
  return [...buckets.filter((bucket) => bucket.day !== day), { day, growth: there + growth }].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
}

/** Parts what still counts from what has stopped to. */
export function lapse(
  buckets: readonly GrowthBucket[],
  mode: GrowthMode,
  today: Day,
): { readonly counting: readonly GrowthBucket[]; readonly lapsed: number } {
  const from = countsFrom(mode, today)
  if (from === null) return { counting: buckets, lapsed: 0 }
  const counting = buckets.filter(({ day }) => day >= from)
  const gone = buckets.filter(({ day }) => day < from)
  return { counting, lapsed: gone.reduce((sum, { growth }) => sum + growth, 0) }
}

function lastReset(from: Day, everyMonths: number, today: Day): Day | null {
  if (today < from) return null
  return resetNumbered(from, everyMonths, resetsUntil(from, everyMonths, today))
}

function resetAfter(from: Day, everyMonths: number, today: Day): Day {
  return today < from ? from : resetNumbered(from, everyMonths, resetsUntil(from, everyMonths, today) + 1)
}

/** Counted from the first reset, so that 31 January + 1 month + 1 month is 31 March and not 28. */
function resetNumbered(from: Day, everyMonths: number, number: number): Day {
  return addMonths(from, everyMonths * number)
}

function resetsUntil(from: Day, everyMonths: number, today: Day): number {
  let number = 0
  while (resetNumbered(from, everyMonths, number + 1) <= today) number += 1
  return number
}
