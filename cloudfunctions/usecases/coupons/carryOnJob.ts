import { ok, refuse } from '@shared/kernel/result'
import { readJob } from '../../database/couponJobs'
import type { UseCase } from '../../runtime/call'
import { jobFace, runJob } from './runJob'

/** Some seconds of work: whoever waits sees it move. */
const SLICES_A_CALL = 3

export const carryOnJob: UseCase<'coupons.carryOnJob'> = async (call, { id }) => {
  const [job, { tiers }] = await Promise.all([readJob(call.cloud, id), call.settings()])
  if (!job) return refuse({ code: 'COUPON_JOB_NOT_FOUND' })
  let slices = 0
  return ok({ job: jobFace(await runJob(call, job, tiers, () => slices++ < SLICES_A_CALL)) })
}
