import { ok, refuse } from '@shared/kernel/result'
import { readRun } from '../../database/bookChecks'
import type { UseCase } from '../../runtime/call'
import { carryOn } from './auditRun'
import { runFace } from './runFace'

/** Some seconds of work: whoever waits sees it move. */
const SLICES_A_CALL = 8

export const carryOnAudit: UseCase<'books.carryOnAudit'> = async ({ cloud, at }, { id }) => {
  const run = await readRun(cloud, id)
  if (!run) return refuse({ code: 'AUDIT_NOT_FOUND' })
  let slices = 0
  return ok({ run: runFace(await carryOn(cloud, run, () => slices++ < SLICES_A_CALL, at)) })
}
