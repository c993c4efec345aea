import { ok } from '@shared/kernel/result'
import { runningCycle } from '@shared/rules/checkin/reward'
import { currentStreak, isChecked } from '@shared/rules/checkin/runs'
import { changeableFrom } from '@shared/rules/member/setBirthday'
import { isOn } from '@shared/rules/tiers/program'
import { tierView } from '@shared/rules/tiers/view'
import { standingOf } from '@shared/rules/tiers/standingOf'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

export const read: UseCase<'home.read'> = async (call) => {
  const [account, settings] = await Promise.all([readAccount(call.cloud, call.memberId), call.settings()])
  const { today } = call
  const hasTiers = isOn(settings.tiers)
  if (!account) return ok({ state: 'guest', today, hasTiers, known: null })
  const tier = tierView(standingOf(account, settings), settings.tiers, today)
  const { balances, joined, birthday, checkinRuns } = account
  if (!joined) return ok({ state: 'guest', today, hasTiers, known: { tier, balances } })
  const doneToday = isChecked(checkinRuns, today)
  const streak = currentStreak(checkinRuns, today)
  return ok({
    state: 'member',
    today,
    joinedDay: joined.day,
    birthday: birthday && { day: birthday.day, changeableFrom: changeableFrom(birthday, today) },
    tier,
    balances,
    checkin: { doneToday, streak, cycle: runningCycle(streak, doneToday, settings.checkin) },
  })
}
