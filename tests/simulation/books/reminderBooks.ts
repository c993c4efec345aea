import type { Day } from '@shared/kernel/day'
import { daysUntil, plusDays } from './days'

const DISTANCES = [30, 7, 1]

/** Who was told of which lot how long before; what had passed when a lot was made counts as told. */
export class ReminderBooks {
  private readonly told = new Map<Day, number>()

  lotsChanged(before: ReadonlySet<Day | null>, lots: ReadonlyMap<Day | null, number>, day: Day): void {
    for (const validUntil of this.told.keys()) if (!lots.has(validUntil)) this.told.delete(validUntil)
    for (const validUntil of lots.keys()) {
      const passed = validUntil === null || before.has(validUntil) ? undefined : distance(day, validUntil)
      if (validUntil !== null && passed !== undefined) this.told.set(validUntil, passed)
    }
  }

  /** Whether a reminder is due on a day: the nearest distance that has come, and not told yet. */
  isDue(validUntil: Day, daysBefore: number, day: Day): boolean {
    return distance(day, validUntil) === daysBefore && daysBefore < (this.told.get(validUntil) ?? Infinity)
  }

  tell(validUntil: Day, daysBefore: number): void {
    this.told.set(validUntil, daysBefore)
  }

  /** The first day on which something is to be told. */
  next(lots: ReadonlyMap<Day | null, number>): Day | null {
    let first: Day | null = null
    for (const validUntil of lots.keys()) {
      if (validUntil === null) continue
      const left = DISTANCES.find((daysBefore) => daysBefore < (this.told.get(validUntil) ?? Infinity))
      const day = left === undefined ? null : plusDays(validUntil, -left)
      if (day !== null && (first === null || day < first)) first = day
    }
    return first
  }
}

/** The smallest distance that has come on a day. */
function distance(day: Day, validUntil: Day): number | undefined {
  const left = daysUntil(day, validUntil)
  return DISTANCES.findLast((daysBefore) => left <= daysBefore)
}
