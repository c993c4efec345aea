import { ok, refuse } from '@shared/kernel/result'
import { newJob } from '@shared/rules/coupons/job'
import { insertJob, readJob } from '../../database/couponJobs'
import { readTemplate } from '../../database/couponTemplates'
import type { UseCase } from '../../runtime/call'
import { jobFace } from './runJob'

/** The job has the call for its id: a retry is answered with it, however far it has come by then. */
export const giveMany: UseCase<'coupons.giveMany'> = async (call, { template: id, reason, members }) => {
  const { cloud, memberId, requestId, at } = call
  const _id = `job:${memberId}:${requestId}`
  const [earlier, template] = await Promise.all([readJob(cloud, _id), readTemplate(cloud, id)])
  if (earlier) return ok({ job: jobFace(earlier) })
  if (!template) return refuse({ code: 'COUPON_TEMPLATE_NOT_FOUND' })
  if (!template.isOn) return refuse({ code: 'COUPON_TEMPLATE_OFF' })
  const job = newJob({ _id, template: id, reason, by: `staff:${memberId}`, members, startedAt: at })
  await insertJob(cloud, job)
  return ok({ job: jobFace(job) })
}
