import type { Day } from '@shared/kernel/day'
import { NO_COUNTS, type AuditRun, type AuditSlice } from '@shared/rules/books/auditRun'
import { compareFigures, type ComparedFigures } from '@shared/rules/books/compareFigures'
import type { Difference } from '@shared/rules/books/difference'
import { NO_SUMS } from '@shared/rules/books/unitSums'
import { givenOnDays, hasEntriesFiledFrom, readDaysAfter } from '../../database/auditDays'
import type { Cloud } from '../../database/cloud'
import { getById } from '../../database/documentAccess'
import {
  computeDays,
  computeTotal,
  NO_FIGURES,
  TOTAL,
  type Figures,
  type RollupDocument,
} from '../../database/rollups'
import { anyDayComputedAround, readFiledBefore } from '../../database/rollupsKept'

const DAYS_A_SLICE = 20

/** A figure that nobody has words for does not compile. */
const FIGURES = Object.keys(NO_FIGURES) as (keyof Figures)[]
const NOTHING: ComparedFigures = { ...NO_FIGURES, tierFlows: [] }

/**
 * Recomputes the figures of the days after the run's cursor from the journal, and after the last of them compares their
 * sum with the total. Changes nothing.
 */
export async function auditDays(cloud: Cloud, run: AuditRun): Promise<AuditSlice> {
  // Before the figures are read: every entry filed before it is in them.
  const inFigures = await readFiledBefore(cloud)
  const audited = await readDaysAfter(cloud, run.cursor.after, DAYS_A_SLICE)
  const days = audited.map(({ day }) => day)
  const [recomputed, given] = await Promise.all([
    computeDays(cloud, days, run.startedAt),
    givenOnDays(cloud, days, run.filedBefore),
  ])
  const figures = new Map(recomputed.map((each) => [each._id, each]))
  const differences = await Promise.all(
    audited.map(({ day, stored }) => settled(cloud, day, inFigures, compare(day, figures.get(day), stored))),
  )
  const last = days.length === DAYS_A_SLICE ? days.at(-1) : undefined
  return {
    ...NO_COUNTS,
    days: days.length,
    held: NO_SUMS,
    given,
    differences: [...differences.flat(), ...(last ? [] : await auditTotal(cloud, run.startedAt))],
    next: last ? { phase: 'days', after: last } : null,
  }
}

/** A day that has entries which the figures have not come to yet is computed anew by the next refresh. */
async function settled(
  cloud: Cloud,
  day: Day,
  inFigures: number,
  differences: Difference[],
): Promise<Difference[]> {
  if (differences.length === 0) return []
  return (await hasEntriesFiledFrom(cloud, day, inFigures)) ? [] : differences
}

async function auditTotal(cloud: Cloud, at: number): Promise<Difference[]> {
  const stored = await getById<RollupDocument>(cloud, 'rollups', TOTAL)
  const differences = compare(null, await computeTotal(cloud, at), stored)
  if (differences.length === 0) return []
  // A refresh is at work, or was stopped before it came to the total: the next one sums all days anew.
  return (await anyDayComputedAround(cloud, stored?.computedAt ?? 0)) ? [] : differences
}

function compare(
  day: Day | null,
  recomputed?: ComparedFigures,
  stored?: ComparedFigures | null,
): Difference[] {
  return compareFigures(day, FIGURES, recomputed ?? NOTHING, stored ?? NOTHING)
}
