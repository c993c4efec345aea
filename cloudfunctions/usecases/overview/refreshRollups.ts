import { dayOf } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import { put } from '../../database/documentAccess'
import { SETTLING_MS } from '../../database/journal'
import { computeDays, computeTotal, daysFiledFrom, type RollupDocument } from '../../database/rollups'
import { daysBehind, keepDays, readFiledBefore, writeFiledBefore } from '../../database/rollupsKept'
import { slicesOf } from '../../database/slices'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'

const DAYS_AT_ONCE = 10

/**
 * Recomputes the days that entries came in for since the last time, and then the total. Follows the instant at which
 * entries were filed, so that a late drain or an import of past years is noticed by itself. Out of time it goes on next
 * time with the days that are still behind.
 */
export const refreshRollups: TimerWork = async (run) => {
  const { cloud, at, hasTime } = run
  const settled = at - SETTLING_MS
  const since = await readFiledBefore(cloud)
  const done = new Set<Day>()
  for (let from = since; ;) {
    const { days, next } = await daysFiledFrom(cloud, from)
    const behind = [dayOf(at), ...(await daysBehind(cloud, days))].filter((day) => !done.has(day))
    if (!(await recompute(run, new Set(behind), done))) break
    // Entries that may not have settled are looked at again: one that came later can be stamped earlier.
    await writeFiledBefore(cloud, Math.max(since, Math.min(next ?? settled, settled)))
    if (next === null || !hasTime()) break
    from = next
  }
  await put<RollupDocument>(cloud, 'rollups', await computeTotal(cloud, at))
  return { days: done.size }
}

/** Computes and keeps days, and adds them to those done; false when time ran out before. */
async function recompute({ cloud, at, hasTime }: TimerRun, days: ReadonlySet<Day>, done: Set<Day>) {
  for (const slice of slicesOf([...days], DAYS_AT_ONCE)) {
    if (!hasTime()) return false
    await keepDays(cloud, await computeDays(cloud, slice, at))
    slice.forEach((day) => done.add(day))
  }
  return true
}
