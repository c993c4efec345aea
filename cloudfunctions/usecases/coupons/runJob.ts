import type { OutputOf } from '@shared/contracts'
import { nextSlice, withSlice, type CouponJob, type Rejected } from '@shared/rules/coupons/job'
import type { TierProgram } from '@shared/rules/tiers/program'
import type { Moment } from '../../database/commandOnAccount'
import { commitJob, readJob } from '../../database/couponJobs'
import { giveTo } from './giveTo'

type JobFace = OutputOf<'coupons.giveMany'>['job']

/**
 * Carries a job on, slice by slice, as long as `mayGoOn`; answers how far it has come. A slice that stopped in the
 * middle is done again: who has the coupon by this job gets no second one.
 */
export async function runJob(
  moment: Moment,
  from: CouponJob,
  tiers: TierProgram,
  mayGoOn: () => boolean,
): Promise<CouponJob> {
  let job = from
  while (job.state === 'running' && mayGoOn()) {
    const next = withSlice(job, await giveSlice(moment, job, tiers), moment.at)
    job = (await commitJob(moment.cloud, job, next)) ? next : await readAgain(moment, job)
  }
  return job
}

async function giveSlice(moment: Moment, job: CouponJob, tiers: TierProgram): Promise<Rejected[]> {
  const { _id, template, reason, by } = job
  const members = nextSlice(job)
  const issued = await giveTo(moment, template, members, { of: 'given', id: _id, reason, by }, tiers)
  return members.flatMap((member) => {
    const outcome = issued?.get(member)
    if (!outcome) return [{ member, code: 'COUPON_TEMPLATE_NOT_FOUND' }]
    return outcome.ok ? [] : [{ member, code: outcome.error.code }]
  })
}

async function readAgain({ cloud }: Moment, { _id }: CouponJob): Promise<CouponJob> {
  const job = await readJob(cloud, _id)
  if (!job) throw new Error(`the job ${_id} is gone`)
  return job
}

/** A job as people read it. */
export function jobFace({
  _id,
  template,
  reason,
  state,
  memberCount,
  done,
  given,
  rejected,
  startedAt,
  finishedAt,
}: Omit<CouponJob, 'members'>): JobFace {
  return {
    id: _id,
    template,
    reason,
    state,
    members: memberCount,
    done,
    given,
    rejected: rejected as JobFace['rejected'],
    startedAt,
    finishedAt,
  }
}
