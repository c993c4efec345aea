import { dayOf } from '@shared/kernel/businessDay'
import { expirePoints } from '@shared/rules/points/expire'
import { commandOnAccount } from '../../database/commandOnAccount'
import { membersDue } from '../../database/members'
import type { TimerWork } from '../../runtime/serveTimer'

const MEMBERS_A_SLICE = 50

/** Takes out the points that lapsed before today, of the members who have such and of nobody else. */
export const expireDue: TimerWork = async ({ cloud, at, hasTime, settings }) => {
  const today = dayOf(at)
  const { tiers } = await settings(at)
  let members = 0
  while (hasTime()) {
    const due = await membersDue(cloud, today, MEMBERS_A_SLICE)
    const done = await Promise.all(
      due.map((memberId) =>
        commandOnAccount(cloud, memberId, at, (account) => {
          const next = account && expirePoints(account, today, tiers, at)
          return next && next !== account ? { next, answer: true } : { answer: false }
        }),
      ),
    )
    const expired = done.filter(Boolean).length
    members += expired
    if (due.length < MEMBERS_A_SLICE || expired === 0) break
  }
  return { members }
}
