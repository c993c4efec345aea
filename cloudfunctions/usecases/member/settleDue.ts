import { dayOf } from '@shared/kernel/businessDay'
import type { Account } from '@shared/rules/account/account'
import type { Settings } from '@shared/rules/settings/settings'
import { isOn } from '@shared/rules/tiers/program'
import { accountsBefore, accountsDue, type VersionField } from '../../database/members'
import { settleMany } from '../../database/settleMany'
import type { TimerRun, TimerWork } from '../../runtime/serveTimer'

/** An account of two years of daily growth takes some 40 KB: what one read answers stays under the platform's 6 MB. */
const MEMBERS_A_SLICE = 100
/** Of the minute's time, so that what comes after a long recalculation has its turn as well. */
const KEPT_BACK_MS = 12_000

/**
 * Does what has fallen due by today, for the members who have such and for nobody else: points that come in or lapse,
 * growth that leaves its window, levels whose validity ends, benefits of a period, reminders.
 */
export const settleDue: TimerWork = async (run) => {
  const today = dayOf(run.at)
  return settleAll(run, await run.settings(run.at), () => accountsDue(run.cloud, today, MEMBERS_A_SLICE))
}

/**
 * Counts growth again for the members who were last counted under an earlier version of its settings. Who has been
 * counted is no longer found, so it can stop anywhere and goes on from there.
 */
export const recountGrowth: TimerWork = async (run) => {
  const settings = await run.settings(run.at)
  return settleBefore(run, settings, 'growthVersion', settings.growth.version)
}

/** Judges the members again who were last judged under an earlier version of the levels; none while they are off. */
export const recountTiers: TimerWork = async (run) => {
  const settings = await run.settings(run.at)
  const { tiers } = settings
  return isOn(tiers) ? settleBefore(run, settings, 'tier.version', tiers.version) : { members: 0 }
}

/**
 * Looks again at the members who were last looked at under an earlier version of the benefits: one that was added is
 * given to present members too.
 */
export const recountBenefits: TimerWork = async (run) => {
  const settings = await run.settings(run.at)
  return settleBefore(run, settings, 'benefitsVersion', settings.benefits.version)
}

/** Looks again at the wallets that were last looked at under an earlier rule of the end of the year. */
export const recountWallets: TimerWork = async (run) => {
  const settings = await run.settings(run.at)
  return settleBefore(run, settings, 'wallet.settingsVersion', settings.wallet.version)
}

function settleBefore(run: TimerRun, settings: Settings, field: VersionField, version: number) {
  return settleAll(
    run,
    settings,
    () => accountsBefore(run.cloud, field, version, MEMBERS_A_SLICE),
    KEPT_BACK_MS,
  )
}

/**
 * Settles slice after slice as long as there is time. Each account is taken up once a run, however it went: one that
 * cannot be settled keeps nobody else from it, and fails the run only once the others are done.
 */
async function settleAll(
  { cloud, at, hasTime }: TimerRun,
  settings: Settings,
  nextSlice: () => Promise<readonly Account[]>,
  keptBackMs = 0,
): Promise<Record<string, number>> {
  const moment = { cloud, at, today: dayOf(at) }
  const done = new Set<string>()
  const failed: Error[] = []
  while (hasTime(keptBackMs)) {
    const found = await nextSlice()
    const slice = found.filter(({ _id }) => !done.has(_id))
    const errors = await settleMany(moment, slice, settings)
    failed.push(...errors)
    slice.forEach(({ _id }) => done.add(_id))
    const isStuck = slice.length === 0 || errors.length === slice.length
    if (isStuck || found.length < MEMBERS_A_SLICE) break
  }
  if (failed.length > 0)
    throw new Error(`${failed.length} members could not be settled`, { cause: failed[0] })
  return { members: done.size }
}
