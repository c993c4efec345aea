import type { Day } from '@shared/kernel/day'
import type { Benefit, BenefitSettings } from '@shared/rules/benefits/benefit'
import type { TierProgram } from '@shared/rules/tiers/program'
import { endOfMonth, plusMonths } from './days'
import { areOff, type TierPlace } from './tierBooks'

/** Something that is to be given on a day: once for the benefit, the member and the period. */
export interface DueGrant {
  readonly key: string
  readonly day: Day
}

interface Period {
  readonly name: string
  readonly opens: Day
  readonly closes: Day
}

interface Given {
  readonly period: string
  readonly day: Day
}

export type Birthday = { readonly day: Day; readonly setOn: Day } | null

/** What a member was given by their level, in the order in which it was. */
export class GrantBooks {
  private readonly given = new Map<string, Given[]>()

  constructor(private readonly member: string) {}

  take(benefit: string, period: string, day: Day): void {
    this.given.set(benefit, [...(this.given.get(benefit) ?? []), { period, day }])
  }

  /** What is to be given next: the first period of any benefit of the level that nothing was given for. */
  next(
    place: TierPlace,
    birthday: Birthday,
    program: TierProgram,
    { benefits }: BenefitSettings,
  ): DueGrant | null {
    if (areOff(program)) return null
    const since = latest(place.since, program.pauses.at(-1)?.to)
    let first: DueGrant | null = null
    for (const benefit of benefits) {
      if (benefit.levelId !== place.level || benefit.for !== 'everyone') continue
      const next = this.nextOf(benefit, since, birthday)
      if (next && (!first || next.day < first.day)) first = next
    }
    return first
  }

  private nextOf(benefit: Benefit, since: Day, birthday: Birthday): DueGrant | null {
    const { id, addedOn, perk } = benefit
    const from = latest(since, addedOn, perk.of === 'birthdayDiscount' ? birthday?.setOn : null)
    const isLike = ({ period }: Given, other: Period): boolean =>
      period.length === other.name.length && (period === 'once') === (other.name === 'once')
    const all = this.given.get(id) ?? []
    for (const period of periodsOf(benefit, from, birthday)) {
      const last = all.findLast((each) => isLike(each, period))
      if (period.closes < latest(from, last?.day) || last?.period === period.name) continue
      return { key: `grant:${id}:${this.member}:${period.name}`, day: latest(from, period.opens) }
    }
    return null
  }
}

const latest = (first: Day, ...others: readonly (Day | null | undefined)[]): Day =>
  others.reduce<Day>((last, day) => (day && day > last ? day : last), first)

/** Nobody lives through more. */
const MOST_PERIODS = 2_000

/** All periods of a benefit, one after the other, from the one in which a day is or one before. */
function* periodsOf({ perk, addedOn }: Benefit, from: Day, birthday: Birthday): Generator<Period> {
  const year = Number(from.slice(0, 4))
  if ('issue' in perk && perk.issue.of === 'atOnce')
    yield { name: 'once', opens: '0000-01-01', closes: '9999-12-31' }
  for (let number = 0; number < MOST_PERIODS; number += 1) {
    if (perk.of === 'freeShippingQuota') {
      const month = plusMonths(`${from.slice(0, 7)}-01`, number)
      yield { name: month.slice(0, 7), opens: month, closes: endOfMonth(month) }
    } else if (perk.of === 'birthdayDiscount' && birthday) {
      const month = `${year + number}-${birthday.day.slice(5, 7)}-01`
      yield { name: String(year + number), opens: month, closes: endOfMonth(month) }
    } else if ('issue' in perk && perk.issue.of === 'yearly') {
      const { month, dayOfMonth } = perk.issue
      const on = inMonth(`${year + number}-${String(month).padStart(2, '0')}-01`, dayOfMonth)
      yield { name: String(year + number), opens: on, closes: on }
    } else if ('issue' in perk && perk.issue.of === 'everyMonths') {
      const month = plusMonths(`${addedOn.slice(0, 7)}-01`, number * perk.issue.months)
      const on = inMonth(month, perk.issue.dayOfMonth)
      yield { name: month.slice(0, 7), opens: on, closes: on }
    } else return
  }
}

/** A day of a month, or its last where the month is too short. */
function inMonth(first: Day, dayOfMonth: number): Day {
  const last = endOfMonth(first)
  const day = `${first.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`
  return day < last ? day : last
}
