import { ok } from '@shared/kernel/result'
import type { AuditRun } from '@shared/rules/books/auditRun'
import type { Difference } from '@shared/rules/books/difference'
import { differenceWords } from '@shared/rules/books/differenceWords'
import type { TierProgram } from '@shared/rules/tiers/program'
import { readLastRuns } from '../../database/bookChecks'
import type { UseCase } from '../../runtime/call'
import { runFace } from './runFace'

export const lastAudit: UseCase<'books.lastAudit'> = async (call) => {
  const [{ running, last }, { tiers }] = await Promise.all([readLastRuns(call.cloud), call.settings()])
  return ok({
    running: running ? runFace(running) : null,
    last: last ? { ...runFace(last), differences: differencesOf(last, tiers) } : null,
  })
}

function differencesOf({ differences }: AuditRun, tiers: TierProgram) {
  return differences.map((difference) => ({
    ...subjectOf(difference),
    check: difference.check,
    expected: difference.expected,
    found: difference.found,
    ...differenceWords(difference, tiers),
  }))
}

function subjectOf(difference: Difference) {
  return {
    of: difference.of,
    member: difference.of === 'member' ? difference.member : null,
    day: difference.of === 'day' ? difference.day : null,
  }
}
