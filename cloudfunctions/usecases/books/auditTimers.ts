import { dayOf } from '@shared/kernel/businessDay'
import { isNightlyDue, isNightlyMissed, type AuditRun } from '@shared/rules/books/auditRun'
import { readLatestRun } from '../../database/bookChecks'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'
import { carryOn, raiseAlerts, startRun } from './auditRun'

/** The day's timer: audits all books once a business day, after whatever audit is under way. */
export const auditNightly: TimerWork = (run) => audit(run, (latest) => isNightlyDue(latest, dayOf(run.at)))

/** The minute's timer: carries on the audit that is under way, and makes up for a nightly one that never started. */
export const auditUnderWay: TimerWork = (run) => audit(run, (latest) => isNightlyMissed(latest, run.at))

/** With nothing under way, nothing to tell and nothing due it reads one document. */
async function audit(run: TimerRun, isDue: (latest: AuditRun | null) => boolean) {
  const before = await readLatestRun(run.cloud)
  const after = before && (await advance(run, before))
  if (after?.state === 'running' || !isDue(after)) return progress(before, after)
  const day = dayOf(run.at)
  const nightly = await startRun(run.cloud, {
    by: 'system',
    requestId: `nightly:${day}`,
    day,
    at: run.at,
  })
  return progress(nightly, await advance(run, nightly))
}

async function advance({ cloud, at, hasTime, alert }: TimerRun, from: AuditRun): Promise<AuditRun> {
  const run = await carryOn(cloud, from, hasTime, at)
  await raiseAlerts(cloud, run, alert)
  return run
}

function progress(before: AuditRun | null, after: AuditRun | null) {
  return {
    members: (after?.members ?? 0) - (before?.members ?? 0),
    differences: (after?.differenceCount ?? 0) - (before?.differenceCount ?? 0),
  }
}
