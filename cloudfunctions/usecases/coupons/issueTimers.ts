import { dayOf } from '@shared/kernel/businessDay'
import { runningJobs } from '../../database/couponJobs'
import { countReserved } from '../../database/couponDays'
import { forgetReserved, settleReservation, templatesReserved } from '../../database/couponTemplates'
import type { TimerWork } from '../../runtime/serveTimer'
import { runJob } from './runJob'

const JOBS_A_RUN = 5
/** Of the minute's time, so that what comes after has its turn as well. */
const KEPT_BACK_MS = 12_000

/** Carries on what is given to files of members. */
export const giveUnderWay: TimerWork = async ({ cloud, at, settings, hasTime }) => {
  const jobs = await runningJobs(cloud, JOBS_A_RUN)
  let members = 0
  for (const job of jobs) {
    const { tiers } = await settings(at)
    const after = await runJob({ cloud, at, today: dayOf(at) }, job, tiers, () => hasTime(KEPT_BACK_MS))
    members += after.done - job.done
  }
  return { members }
}

/** Longer than a function may run: whoever reserved something this long ago has stopped. */
const STOPPED_AFTER_MS = 5 * 60_000
const TEMPLATES_A_RUN = 20

/** Settles what was reserved and never settled, by what was put in under it. */
export const settleReservations: TimerWork = async ({ cloud, at }) => {
  const stopped = at - STOPPED_AFTER_MS
  const templates = await templatesReserved(cloud, stopped, TEMPLATES_A_RUN)
  let settled = 0
  for (const template of templates) {
    const left = template.reserved.filter((each) => each.at <= stopped)
    for (const reservation of left) {
      await settleReservation(cloud, template._id, reservation, await countReserved(cloud, reservation.token))
      settled += 1
    }
    if (left.length === template.reserved.length) await forgetReserved(cloud, template)
  }
  return { settled }
}
