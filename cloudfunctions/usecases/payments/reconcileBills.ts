import { startOfDay } from '@shared/kernel/businessDay'
import { daysToCheck } from '@shared/rules/payments/billCheck'
import { readBillChecks, readFirstPaidDay } from '../../database/billChecks'
import type { TimerWork } from '../../runtime/serveTimer'
import { deskOf } from './desk'
import { reconcileDay } from './reconcileDay'

/** WeChat makes a day's bill by ten o'clock of the day after. */
const READY_AFTER_MS = 10 * 3_600_000
/** What fetching and comparing a day may take. */
const KEPT_BACK_MS = 20_000

/** Compares the bills that are there and were not compared yet, day by day: a day that was missed is made up for. */
export const reconcileBills: TimerWork = async (run) => {
  const desk = deskOf(run)
  const payments = desk.payments('goods')
  if (!payments || run.at < startOfDay(desk.today) + READY_AFTER_MS) return { days: 0, differences: 0 }
  const [[last], firstPaid] = await Promise.all([
    readBillChecks(run.cloud, null, false, 1),
    readFirstPaidDay(run.cloud),
  ])
  let days = 0
  let differences = 0
  for (const day of daysToCheck(desk.today, last?._id ?? null, firstPaid)) {
    if (!run.hasTime(KEPT_BACK_MS)) break
    const checked = await reconcileDay(desk, payments, day)
    if (!checked.ok) {
      const { reason, code, message } = checked.error
      // Days are done in order: this one is tried again in an hour.
      if (reason !== 'notYet' && reason !== 'askAgain')
        run.alert(new Error(`the bill of ${day}: ${code} ${message}`))
      break
    }
    days += 1
    differences += checked.value.differenceCount
  }
  return { days, differences }
}
