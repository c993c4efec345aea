import type { StaffMember } from './coupon'

/** A member of a file who got no coupon, and why. */
export interface Rejected {
  readonly member: string
  readonly code: string
}

/** Giving a coupon to a file of members: carried on slice by slice, each committed against the version it began from. */
export interface CouponJob {
  readonly _id: string
  readonly schemaVersion: 1
  readonly version: number
  readonly state: 'running' | 'done'
  readonly template: string
  readonly reason: string
  readonly by: StaffMember
  readonly members: readonly string[]
  readonly memberCount: number
  /** How many of them have been taken up. */
  readonly done: number
  /** How many have the coupon. */
  readonly given: number
  readonly rejected: readonly Rejected[]
  readonly startedAt: number
  readonly finishedAt: number | null
}

const MEMBERS_A_SLICE = 100

export type JobStart = Pick<CouponJob, '_id' | 'template' | 'reason' | 'by' | 'members' | 'startedAt'>

/** A job as it begins: each member once. */
export function newJob(start: JobStart): CouponJob {
  const members = [...new Set(start.members)]
  return {
    ...start,
    members,
    memberCount: members.length,
    schemaVersion: 1,
    version: 1,
    state: 'running',
    done: 0,
    given: 0,
    rejected: [],
    finishedAt: null,
  }
}

/** The members who are next. */
export function nextSlice({ members, done }: CouponJob): readonly string[] {
  return members.slice(done, done + MEMBERS_A_SLICE)
}

/** The job after its next slice: each of it either has the coupon or is rejected. */
export function withSlice(job: CouponJob, rejected: readonly Rejected[], at: number): CouponJob {
  const taken = nextSlice(job).length
  const done = job.done + taken
  const isDone = done === job.members.length
  return {
    ...job,
    version: job.version + 1,
    done,
    given: job.given + taken - rejected.length,
    rejected: [...job.rejected, ...rejected],
    state: isDone ? 'done' : 'running',
    finishedAt: isDone ? at : null,
  }
}
