import type { CouponJob } from '@shared/rules/coupons/job'
import type { Cloud } from './cloud'
import { getById, insert } from './documentAccess'

export const readJob = (cloud: Cloud, id: string): Promise<CouponJob | null> =>
  getById<CouponJob>(cloud, 'couponJobs', id)

/** Puts a job in; one that is there already stays as it is. */
export async function insertJob(cloud: Cloud, job: CouponJob): Promise<void> {
  await insert(cloud, 'couponJobs', job)
}

/** One conditional write on the version; false when another worker committed the slice first. */
export async function commitJob(cloud: Cloud, previous: CouponJob, next: CouponJob): Promise<boolean> {
  const { version, done, given, rejected, state, finishedAt } = next
  const { updated } = (await cloud.db
    .collection('couponJobs')
    .where({ _id: previous._id, version: previous.version })
    .update({ version, done, given, rejected: cloud.db.command.set(rejected), state, finishedAt })) as {
    updated: number
  }
  return updated === 1
}

/** The jobs under way, the oldest first. */
export async function runningJobs(cloud: Cloud, limit: number): Promise<CouponJob[]> {
  const { data } = await cloud.db
    .collection('couponJobs')
    .where({ state: 'running' })
    .orderBy('startedAt', 'asc')
    .limit(limit)
    .get()
  return data as CouponJob[]
}

/** The latest jobs, without the members of their files. */
export async function latestJobs(cloud: Cloud, limit: number): Promise<Omit<CouponJob, 'members'>[]> {
  const { data } = await cloud.db
    .collection('couponJobs')
    .orderBy('startedAt', 'desc')
    .limit(limit)
    .field({ members: false })
    .get()
  return data as Omit<CouponJob, 'members'>[]
}
