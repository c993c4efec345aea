import { ok } from '@shared/kernel/result'
import { latestJobs } from '../../database/couponJobs'
import type { UseCase } from '../../runtime/call'
import { jobFace } from './runJob'

const SHOWN = 10

export const jobs: UseCase<'coupons.jobs'> = async ({ cloud }) =>
  ok({ jobs: (await latestJobs(cloud, SHOWN)).map(jobFace) })
