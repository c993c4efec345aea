import type { Day } from '@shared/kernel/day'
import type { GrowthMode } from '@shared/rules/growth/window'
import { plusDays, plusMonths } from './days'

/** A day's growth as an entry changes it: what was gained, and what of it counts. */
export type GrowthChange = readonly [day: Day, gained: number, counted: number]

/** Growth is kept by the day for as long as the longest window; what is older is one day's. */
const KEPT_DAYS = 731
const LONG_AGO = '1900-01-01'

/** A member's growth by the day on which it was gained, written down change by change. */
export class GrowthBooks {
  private readonly days = new Map<Day, { gained: number; counted: number }>()

  /** Days with growth, oldest first. */
  list(): GrowthChange[] {
    return [...this.days]
      .map(([day, { gained, counted }]) => [day, gained, counted] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  }

  /** The last day with growth. */
  newest(): Day | null {
    let newest: Day | null = null
    for (const day of this.days.keys()) if (newest === null || day > newest) newest = day
    return newest
  }

  /** What counts of a day, or of long ago when the day is not kept any more. */
  countedOf(day: Day): number {
    return (this.days.get(day) ?? this.days.get(LONG_AGO))?.counted ?? 0
  }

  /** What counted on a past day, by what is left of it. */
  gainedBy(day: Day, mode: GrowthMode): number {
    return this.list()
      .filter(([of]) => of <= day && counts(mode, of, day))
      .reduce((sum, [, gained]) => sum + gained, 0)
  }

  /** Whether a part of what counted on a past day may be among what is not kept by the day any more. */
  isUntold(day: Day, mode: GrowthMode, today: Day): boolean {
    const isSome = this.days.has(LONG_AGO) && !counts(mode, LONG_AGO, day)
    return isSome && counts(mode, plusDays(today, -KEPT_DAYS), day)
  }

  apply(all: readonly GrowthChange[]): void {
    const changes = all.filter(([, gained, counted]) => gained !== 0 || counted !== 0)
    if (changes.length === 0) return
    for (const change of changes) this.add(change)
    const newest = [...this.days.keys(), ...changes.map(([day]) => day)].reduce((a, b) => (a > b ? a : b))
    const kept = plusDays(newest, -KEPT_DAYS)
    for (const [day, { gained, counted }] of [...this.days]) {
      if (day === LONG_AGO || day >= kept) continue
      this.days.delete(day)
      this.add([LONG_AGO, gained, counted])
    }
    for (const [day, { gained, counted }] of [...this.days]) {
      if (gained === 0 && counted === 0) this.days.delete(day)
    }
  }

  private add([of, gained, counted]: GrowthChange): void {
    const has = (each: Day): boolean => (this.days.get(each)?.gained ?? 0) + gained >= 0
    // What was put together once is not told apart again.
    const day = gained < 0 && !has(of) && has(LONG_AGO) ? LONG_AGO : of
    const there = this.days.get(day) ?? { gained: 0, counted: 0 }
    this.days.set(day, { gained: there.gained + gained, counted: there.counted + counted })
  }

  /** The first day on which something that counts stops to; null when nothing ever does. */
  nextLapse(mode: GrowthMode): Day | null {
    if (mode.kind === 'allTime') return null
    const list = this.list()
    const oldest = list.find(([, , counted]) => counted !== 0)
    if (!oldest) return null
    const lapses = stopsOn(mode, oldest[0])
    const newest = list.at(-1)?.[0]
    // what is long ago has no day of its own: it is dated to the newest growth
    return oldest[0] === LONG_AGO && newest && lapses !== null && lapses < newest ? newest : lapses
  }

  /** What goes on a day: all that counts and should not any more. */
  lapsing(mode: GrowthMode, on: Day): GrowthChange[] {
    return this.list()
      .filter(([day, , counted]) => counted !== 0 && !counts(mode, day, on))
      .map(([day, , counted]) => [day, 0, -counted])
  }

  /** What changes when all is counted again on a day. */
  recounting(mode: GrowthMode, on: Day): GrowthChange[] {
    return this.list()
      .map(([day, gained, counted]): GrowthChange => [day, 0, (counts(mode, day, on) ? gained : 0) - counted])
      .filter(([, , counted]) => counted !== 0)
  }
}

function counts(mode: GrowthMode, day: Day, on: Day): boolean {
  const end = stopsOn(mode, day)
  return end === null || end > on
}

/** The day on which growth of a day counts no more. */
function stopsOn(mode: GrowthMode, day: Day): Day | null {
  if (mode.kind === 'allTime') return null
  if (mode.kind === 'rolling') return plusDays(day, mode.windowDays)
  for (let number = 0; ; number += 1) {
    const reset = plusMonths(mode.from, number * mode.everyMonths)
    if (reset > day) return reset
  }
}
