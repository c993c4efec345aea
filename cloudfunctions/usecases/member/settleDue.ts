import { dayOf } from '@shared/kernel/businessDay'
import type { Settings } from '@shared/rules/settings/settings'
import { isOn } from '@shared/rules/tiers/program'
import { commandOnAccount } from '../../database/commandOnAccount'
import { membersBefore, membersDue } from '../../database/members'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'

const MEMBERS_A_SLICE = 50

/**
 * Does what has fallen due by today, for the members who have such and for nobody else: points that come in or lapse,
 * growth that leaves its window, levels whose validity ends, reminders.
 */
export const settleDue: TimerWork = async (run) => {
  const today = dayOf(run.at)
  return settleAll(run, await run.settings(run.at), () => membersDue(run.cloud, today, MEMBERS_A_SLICE))
}

/**
 * Counts growth again for the members who were last counted under an earlier version of its settings. Who has been
 * counted is no longer found, so it can stop anywhere and goes on from there.
 */
export const recountGrowth: TimerWork = async (run) => {
  const settings = await run.settings(run.at)
  const { version } = settings.growth
  return settleAll(run, settings, () => membersBefore(run.cloud, 'growthVersion', version, MEMBERS_A_SLICE))
}

/** Judges the members again who were last judged under an earlier version of the levels; none while they are off. */
export const recountTiers: TimerWork = async (run) => {
  const settings = await run.settings(run.at)
  const { tiers } = settings
  if (!isOn(tiers)) return { members: 0 }
  return settleAll(run, settings, () =>
    membersBefore(run.cloud, 'tier.version', tiers.version, MEMBERS_A_SLICE),
  )
}

async function settleAll(
  { cloud, at, hasTime }: TimerRun,
  settings: Settings,
  nextSlice: () => Promise<readonly string[]>,
): Promise<Record<string, number>> {
  const moment = { cloud, at, today: dayOf(at) }
  const done = new Set<string>()
  while (hasTime()) {
    const slice = (await nextSlice()).filter((memberId) => !done.has(memberId))
    await Promise.all(
      slice.map((memberId) =>
        commandOnAccount(moment, memberId, settings, (account) =>
          account ? { next: account, answer: true } : { answer: false },
        ),
      ),
    )
    slice.forEach((memberId) => done.add(memberId))
    if (slice.length < MEMBERS_A_SLICE) break
  }
  return { members: done.size }
}
