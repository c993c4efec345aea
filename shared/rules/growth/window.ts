import { addDays, addMonths, type Day } from '@shared/kernel/day'

/** Which growth counts: of all time, of the last days, or since the last reset. */
export type GrowthMode =
  | { readonly kind: 'allTime' }
  | { readonly kind: 'rolling'; readonly windowDays: number }
  | { readonly kind: 'reset'; readonly everyMonths: number; readonly from: Day }

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

/** The day on which growth of a day stops counting; null when it always counts. */
export function lapseDay(mode: GrowthMode, gained: Day): Day | null {
  switch (mode.kind) {
    case 'allTime':
      return null
    case 'rolling':
      return addDays(gained, mode.windowDays)
    case 'reset':
      return resetAfter(mode.from, mode.everyMonths, gained)
  }
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
