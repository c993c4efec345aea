import { addDays, type Day } from '@shared/kernel/day'
import { countsFrom, lapseDay, type GrowthMode } from './window'

/** Which growth counts on a day, as people are told: all, that of the last days, or that since the last reset. */
export type GrowthCounting =
  | { readonly kind: 'allTime' }
  | { readonly kind: 'rolling'; readonly windowDays: number; readonly since: Day }
  | {
      readonly kind: 'reset'
      readonly everyMonths: number
      /** Null before the first reset: all of it counts until then. */
      readonly since: Day | null
      /** The last day before the next reset. */
      readonly until: Day
    }

export function growthCounting(mode: GrowthMode, today: Day): GrowthCounting {
  const since = countsFrom(mode, today)
  switch (mode.kind) {
    case 'allTime':
      return { kind: 'allTime' }
    case 'rolling':
      return { kind: 'rolling', windowDays: mode.windowDays, since: since ?? today }
    case 'reset':
      return {
        kind: 'reset',
        everyMonths: mode.everyMonths,
        since,
        until: addDays(lapseDay(mode, today) ?? mode.from, -1),
      }
  }
}
