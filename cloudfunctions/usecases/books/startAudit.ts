import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { startRun } from './auditRun'
import { runFace } from './runFace'

export const startAudit: UseCase<'books.startAudit'> = async ({ cloud, memberId, requestId, today, at }) =>
  ok({ run: runFace(await startRun(cloud, { by: `staff:${memberId}`, requestId, day: today, at })) })
