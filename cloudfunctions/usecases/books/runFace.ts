import type { OutputOf } from '@shared/contracts'
import type { AuditRun } from '@shared/rules/books/auditRun'

type RunFace = OutputOf<'books.startAudit'>['run']

/** A run as people see it: where it has come to, and what it counted so far. */
export function runFace(run: AuditRun): RunFace {
  return {
    id: run._id,
    state: run.state,
    by: run.by === 'system' ? 'timer' : 'staff',
    day: run.day,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    phase: run.cursor.phase,
    membersAtStart: run.membersAtStart,
    members: run.members,
    entries: run.entries,
    orders: run.orders,
    ordersFen: run.ordersFen,
    days: run.days,
    differenceCount: run.differenceCount,
  }
}
