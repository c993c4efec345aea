import type { Day } from '@shared/kernel/day'
import { nextRun, withSlice, type AuditRun } from '@shared/rules/books/auditRun'
import { countMembers } from '../../database/audit'
import { commitRun, insertRun, readLatestRun, readRun } from '../../database/bookChecks'
import type { Cloud } from '../../database/cloud'
import { SETTLING_MS } from '../../database/journal'
import { lost, untilWon } from '../../database/retry'
import { auditDays } from './auditDays'
import { auditMembers } from './auditMembers'

export interface Starter {
  readonly by: AuditRun['by']
  readonly requestId: string
  readonly day: Day
  readonly at: number
}

/**
 * Starts a run, or answers the one under way. Of callers who start at once, one starts the run and the others are
 * answered with it; so is a retry of the call that started it, even when it is over.
 */
export function startRun(cloud: Cloud, { by, requestId, day, at }: Starter): Promise<AuditRun> {
  return untilWon(cloud, async () => {
    const latest = await readLatestRun(cloud)
    if (latest?.state === 'running') return latest
    if (latest?.by === by && latest.requestId === requestId) return latest
    const run = nextRun(latest, {
      by,
      requestId,
      day,
      startedAt: at,
      membersAtStart: await countMembers(cloud),
      filedBefore: at - SETTLING_MS,
    })
    // Somebody else took the number, or no answer came: whatever became of it is the latest now.
    return (await insertRun(cloud, run)) === 'done' ? run : lost
  })
}

/**
 * Carries a run on, slice by slice, as long as `mayGoOn`; answers how far it has come. Every slice is committed against
 * the version that it began from: of two workers on one slice the first is counted, and a stop anywhere loses no more
 * than the slice under way.
 */
export async function carryOn(
  cloud: Cloud,
  from: AuditRun,
  mayGoOn: () => boolean,
  at: number,
): Promise<AuditRun> {
  let run = from
  while (run.state === 'running' && mayGoOn()) {
    const slice =
      run.cursor.phase === 'members' ? await auditMembers(cloud, run) : await auditDays(cloud, run)
    const next = withSlice(run, slice, at)
    const outcome = await commitRun(cloud, run, next)
    run = outcome === 'done' ? next : await readAgain(cloud, run)
  }
  return run
}

async function readAgain(cloud: Cloud, { _id }: AuditRun): Promise<AuditRun> {
  const run = await readRun(cloud, _id)
  if (!run) throw new Error(`the audit ${_id} is gone`)
  return run
}

/**
 * Raises an alert for each difference of a run that none was raised for yet. The count is moved on first, so that two
 * timers do not both tell; a timer that ends just then has told nobody, and the merchant's page still shows it.
 */
export async function raiseAlerts(cloud: Cloud, run: AuditRun, alert: (error: Error) => void): Promise<void> {
  const { alerted, differences, differenceCount } = run
  if (alerted === differenceCount) return
  const outcome = await commitRun(cloud, run, { ...run, alerted: differenceCount, version: run.version + 1 })
  // Written to meanwhile: the next minute tells.
  if (outcome === 'lost') return
  for (const difference of differences.slice(alerted)) {
    alert(new Error(`books differ: ${JSON.stringify(difference)}`))
  }
  const unnamed = differenceCount - Math.max(alerted, differences.length)
  if (unnamed > 0) alert(new Error(`books differ: ${unnamed} more in audit ${run._id}`))
}
