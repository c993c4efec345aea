import { addDays, type Day } from '@shared/kernel/day'
import { benefitsOf, isGiven, type Benefit, type GivenPerk, type Holder } from './benefit'
import { calendarOf } from './periods'

/** The last period that a benefit was given for: what the account keeps, one for each benefit and kind of period. */
export interface Granted {
  readonly benefitId: string
  readonly period: string
  readonly day: Day
}

/** A benefit to be given for a period. */
export interface Grant {
  /** Of benefit, member and period: the same grant has the same key, whoever comes to it and how often. */
  readonly key: string
  readonly benefit: Benefit
  readonly perk: GivenPerk
  readonly period: string
  /** The day on which it fell due. */
  readonly day: Day
  /** The last day of the period. */
  readonly closes: Day
}

function grantKey(benefitId: string, member: string, period: string): string {
  return `grant:${benefitId}:${member}:${period}`
}

/**
 * What fell due by a day and was not given yet, in the order of the days: every period of every benefit once, also those
 * that were missed. Only from the day on which the member holds the level, and the benefit is there.
 */
export function grantsDue(
  benefits: readonly Benefit[],
  holder: Holder,
  granted: readonly Granted[],
  today: Day,
): readonly Grant[] {
  const due = benefitsOf(benefits, holder).flatMap((benefit) => dueOf(benefit, holder, granted, today))
  return due.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}

/** The first that is to be given, now or on a day to come; null when nothing ever is. */
export function nextGrant(
  benefits: readonly Benefit[],
  holder: Holder,
  granted: readonly Granted[],
): Grant | null {
  return benefitsOf(benefits, holder).reduce<Grant | null>((first, benefit) => {
    const next = nextOf(benefit, holder, granted)
    return next && (!first || next.day < first.day) ? next : first
  }, null)
}

/** What is known to be given, with a grant. */
export function withGrant(granted: readonly Granted[], { benefit, period, day }: Grant): readonly Granted[] {
  const others = granted.filter((each) => each.benefitId !== benefit.id || !isLike(each.period, period))
  return [...others, { benefitId: benefit.id, period, day }]
}

/** True for two months, two years, or `once` and itself: a benefit that changes its schedule forgets none of them. */
function isLike(a: string, b: string): boolean {
  return a.length === b.length && (a === 'once') === (b === 'once')
}

function dueOf(benefit: Benefit, holder: Holder, granted: readonly Granted[], today: Day): readonly Grant[] {
  const due: Grant[] = []
  let known = granted
  for (;;) {
    const next = nextOf(benefit, holder, known)
    if (!next || next.day > today) return due
    due.push(next)
    known = withGrant(known, next)
  }
}

/** The first period that a benefit was not given for yet; null when there is none. */
export function nextOf(benefit: Benefit, holder: Holder, granted: readonly Granted[]): Grant | null {
  const { perk } = benefit
  if (!isGiven(perk)) return null
  const calendar = calendarOf(perk, benefit, holder)
  const from = startOf(benefit, holder)
  const first = calendar?.(from)
  if (!calendar || !first) return null
  const last = granted.find((each) => each.benefitId === benefit.id && isLike(each.period, first.key))
  let period = last && last.day > from ? calendar(last.day) : first
  // What was given for a period counts, even when its day has been moved to a later one.
  if (period && last?.period === period.key) period = calendar(addDays(period.closes, 1))
  if (!period || last?.period === period.key) return null
  const day = period.opens > from ? period.opens : from
  const key = grantKey(benefit.id, holder.member, period.key)
  return { key, benefit, perk, period: period.key, day, closes: period.closes }
}

/** The first day that anything can be given for: a birthday counts from when it was told. */
function startOf({ addedOn, for: audience, perk }: Benefit, { since, paidSince, birthday }: Holder): Day {
  const days = [
    addedOn,
    since,
    audience === 'paidOnly' ? paidSince : null,
    perk.of === 'birthdayDiscount' ? (birthday?.setOn ?? null) : null,
  ].filter((day) => day !== null)
  return days.sort().at(-1) ?? since
}
