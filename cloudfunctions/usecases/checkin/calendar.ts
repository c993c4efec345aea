import { monthOf } from '@shared/kernel/day'
import { ok, refuse } from '@shared/kernel/result'
import { earliestMonth } from '@shared/rules/checkin/checkIn'
import { runningCycle } from '@shared/rules/checkin/reward'
import { currentStreak, daysIn, isChecked } from '@shared/rules/checkin/runs'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

export const calendar: UseCase<'checkin.calendar'> = async (call, { month }) => {
  const [account, settings] = await Promise.all([readAccount(call.cloud, call.memberId), call.settings()])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const { today } = call
  const doneToday = isChecked(account.checkinRuns, today)
  const streak = currentStreak(account.checkinRuns, today)
  const shown = month ?? monthOf(today)
  return ok({
    today,
    month: shown,
    earliestMonth: earliestMonth(today),
    days: daysIn(account.checkinRuns, shown),
    doneToday,
    streak,
    cycle: runningCycle(streak, doneToday, settings.checkin),
  })
}
