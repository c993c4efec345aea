import { addDays, daysBetween, type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { REMINDERS_LIMIT } from '../account/tail'
import { tell } from '../messages/tell'
import type { Settings } from '../settings/settings'
import { endReminder } from './endReminder'
import { tierUntil } from './judge'
import { isOn, type TierProgram } from './program'
import type { TierState } from './tierState'

/** How many days before a level ends its member is told of it. */
const REMIND_DAYS_BEFORE = [30, 7] as const

/** The last reminder of a level's end that was given, or was not called for; it counts for that end alone. */
export interface TierReminder {
  readonly until: Day
  readonly daysBefore: number
}

type Reminded = Pick<Account, 'joined' | 'tier' | 'tierReminder'>

/** The first day on which a member is to be told that the level ends; null when it does not, or nobody is to be told. */
export function nextTierReminder(account: Reminded, program: TierProgram): Day | null {
  const until = endToTell(account, program)
  if (until === null) return null
  const last = lastReminder(account, until)
  const began = termBegan(account.tier)
  const days = REMIND_DAYS_BEFORE.filter((daysBefore) => daysBefore < last)
  return days.map((daysBefore) => addDays(until, -daysBefore)).find((day) => day > began) ?? null
}

/**
 * Tells a member that the level ends soon and what keeps it, once for each of the days before; after days that were
 * missed only the latest, and not of days before the term began. Who keeps the level as things stand is left alone.
 */
export function remindOfEnd(account: Account, today: Day, settings: Settings, at: number): Account {
  const due = nextTierReminder(account, settings.tiers)
  const until = endToTell(account, settings.tiers)
  if (due === null || due > today || until === null) return account
  if (account.outgoing.length >= REMINDERS_LIMIT) return account
  const left = daysBetween(today, until)
  const daysBefore = REMIND_DAYS_BEFORE.findLast((days) => left <= days)
  if (daysBefore === undefined) return account
  const message = endReminder(account, until, daysBefore, settings, today, at)
  const reminded = { ...account, tierReminder: { until, daysBefore } }
  return message ? tell(reminded, message) : reminded
}

/**
 * While the levels are off no time counts; an account that was judged under newer rules is left to them. One that was paid
 * for has reminders of its own, which ask to renew it.
 */
function endToTell({ joined, tier }: Reminded, program: TierProgram): Day | null {
  const isTold = joined && tier.by !== 'paid' && isOn(program) && tier.version <= program.version
  return isTold ? tierUntil(tier, program) : null
}

function lastReminder({ tierReminder }: Reminded, until: Day): number {
  return tierReminder?.until === until ? tierReminder.daysBefore : Infinity
}

function termBegan({ by, earned, paid, manual }: TierState): Day {
  if (by === 'earned') return earned.term?.day ?? earned.since
  return (by === 'paid' ? paid : manual)?.since ?? earned.since
}
