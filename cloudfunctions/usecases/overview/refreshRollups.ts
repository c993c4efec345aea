import { dayOf } from '@shared/kernel/businessDay'
import { put } from '../../database/documentAccess'
import { SETTLING_MS } from '../../database/journal'
import { computeDays, computeTotal, daysFiledFrom, type RollupDocument } from '../../database/rollups'
import { keepDay, readFiledBefore, writeFiledBefore } from '../../database/rollupsKept'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'

/** What is left of the time for recomputing when entries keep coming. */
const RECOMPUTE_MS = 20_000

const DAYS_AT_ONCE = 10

/**
 * Recomputes the days that entries came in for since the last time, and then the total. Follows the instant at which
 * entries were filed, so that a late drain or an import of past years is noticed by itself.
 */
export const refreshRollups: TimerWork = async (run) => {
  const { cloud, at } = run
  const filedBefore = await readFiledBefore(cloud)
  const touched = await touchedDays(run, filedBefore)
  const days = [...touched.days]
  const done = await recompute(run, days)
  await put<RollupDocument>(cloud, 'rollups', await computeTotal(cloud, at))
  // Out of time: the cursor stays, and the next run does these days again.
  if (done === days.length) await writeFiledBefore(cloud, touched.through)
  return { days: done }
}

/** Today, and every day that entries were filed for from an instant on, as far as time allows. */
async function touchedDays({ cloud, at, hasTime }: TimerRun, since: number) {
  const days = new Set([dayOf(at)])
  let through = since
  for (;;) {
    const slice = await daysFiledFrom(cloud, through)
    slice.days.forEach((day) => days.add(day))
    through = slice.lastFiledAt
    if (slice.isLast) return { days, through: Math.max(since, at - SETTLING_MS) }
    if (!hasTime(RECOMPUTE_MS)) return { days, through: Math.min(through, at - SETTLING_MS) }
  }
}

async function recompute({ cloud, at, hasTime }: TimerRun, days: readonly string[]): Promise<number> {
  let done = 0
  while (done < days.length && hasTime()) {
    const slice = days.slice(done, done + DAYS_AT_ONCE)
    const figures = await computeDays(cloud, slice, at)
    await Promise.all(figures.map((each) => keepDay(cloud, each)))
    done += slice.length
  }
  return done
}
