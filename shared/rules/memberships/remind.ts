import { addDays, daysBetween, type Day } from '@shared/kernel/day'
import { isOn, type TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import { putOff } from '../tiers/validity'

/** How many days before a paid level ends its member is asked to renew; 0 is its last day. */
const RENEWAL_DAYS_BEFORE = [14, 3, 0] as const

/** The last reminder that was given for an end; it counts for that end alone. */
export interface RenewalReminder {
  readonly until: Day
  readonly daysBefore: number
}

/** The first day on which a member is to be asked to renew; null when no paid level runs, or all reminders were given. */
export function nextRenewalReminder(
  tier: TierState,
  last: RenewalReminder | null,
  program: TierProgram,
): Day | null {
  const until = paidUntil(tier, program)
  if (until === null || !tier.paid) return null
  const { since } = tier.paid
  const given = last?.until === until ? last.daysBefore : Infinity
  const days = RENEWAL_DAYS_BEFORE.filter((daysBefore) => daysBefore < given)
  return days.map((daysBefore) => addDays(until, -daysBefore)).find((day) => day > since) ?? null
}

/**
 * The reminder that is due today: after days that were missed only the latest, none of days on which the term had not
 * begun, none past its end. Null when none is.
 */
export function renewalReminderDue(
  tier: TierState,
  last: RenewalReminder | null,
  program: TierProgram,
  today: Day,
): RenewalReminder | null {
  const next = nextRenewalReminder(tier, last, program)
  const until = paidUntil(tier, program)
  if (next === null || until === null || today < next || until < today) return null
  const left = daysBetween(today, until)
  const daysBefore = RENEWAL_DAYS_BEFORE.findLast((days) => left <= days)
  return daysBefore === undefined ? null : { until, daysBefore }
}

/** While the levels are off no time counts; a tier that was judged under newer rules is left to them. */
function paidUntil({ paid, version }: TierState, program: TierProgram): Day | null {
  return paid && isOn(program) && version <= program.version
    ? putOff(paid.since, paid.until, program.pauses)
    : null
}
