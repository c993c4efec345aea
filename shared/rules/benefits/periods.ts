import { addDays, addMonths, endOfMonth, monthOf, yearOf, type Day } from '@shared/kernel/day'
import { birthdayIn } from '../member/birthday'
import type { Benefit, GivenPerk, Holder, Issue } from './benefit'

/** A period that a benefit is given for once: from the first day on which it can be, to the last. */
export interface Period {
  /** Names the period for ever: with the benefit and the member it makes the grant once. */
  readonly key: string
  readonly opens: Day
  readonly closes: Day
}

/** Every calendar of periods: the first that closes on a day or after. Null where there is none, or none any more. */
type Calendar = (day: Day) => Period | null

/** The calendar of a benefit for somebody; null where it needs a birthday that is not told. */
export function calendarOf(perk: GivenPerk, { addedOn }: Benefit, { birthday }: Holder): Calendar | null {
  switch (perk.of) {
    case 'voucher':
    case 'freeShippingCoupon':
      return calendarOfIssue(perk.issue, addedOn)
    case 'freeShippingQuota':
      return (day) => ({ key: monthOf(day), opens: firstOfMonth(day), closes: endOfMonth(day) })
    case 'birthdayDiscount':
      return birthday && ((day) => birthdayMonth(birthday.day, day))
  }
}

function calendarOfIssue(issue: Issue, addedOn: Day): Calendar {
  switch (issue.of) {
    case 'atOnce':
      return () => ({ key: 'once', opens: '0000-01-01', closes: '9999-12-31' })
    case 'yearly':
      return (day) => firstFrom(day, yearly(issue, yearOf(day)), yearly(issue, yearOf(day) + 1))
    case 'everyMonths':
      return (day) => monthly(issue, addedOn, day)
  }
}

function firstFrom(day: Day, ...periods: readonly Period[]): Period | null {
  return periods.find(({ closes }) => closes >= day) ?? null
}

function yearly({ month, dayOfMonth }: Extract<Issue, { of: 'yearly' }>, year: number): Period {
  const on = onDay(`${year}-${String(month).padStart(2, '0')}-01`, dayOfMonth)
  return { key: String(year), opens: on, closes: on }
}

/** Counted from the month in which the benefit was added, so that its months are the same for all and never shift. */
function monthly(
  { months, dayOfMonth }: Extract<Issue, { of: 'everyMonths' }>,
  addedOn: Day,
  day: Day,
): Period {
  const first = firstOfMonth(addedOn)
  const passed = Math.max(0, Math.floor(monthsBetween(first, day) / months))
  const [now, next] = [passed, passed + 1].map((number) => {
    const month = addMonths(first, number * months)
    const on = onDay(month, dayOfMonth)
    return { key: monthOf(month), opens: on, closes: on }
  }) as [Period, Period]
  return now.closes >= day ? now : next
}

/** The month of the birthday, of the year in which it comes next or is now. */
function birthdayMonth(birthday: Day, day: Day): Period | null {
  const ofYear = (year: Day): Period => {
    const month = birthdayIn(birthday, year)
    return { key: String(yearOf(month)), opens: firstOfMonth(month), closes: endOfMonth(month) }
  }
  return firstFrom(day, ofYear(day), ofYear(addMonths(firstOfMonth(day), 12)))
}

/** A day of a month, or its last where the month is too short. */
function onDay(firstOfIt: Day, dayOfMonth: number): Day {
  const day = addDays(firstOfIt, dayOfMonth - 1)
  const last = endOfMonth(firstOfIt)
  return day < last ? day : last
}

const firstOfMonth = (day: Day): Day => `${monthOf(day)}-01`

function monthsBetween(from: Day, to: Day): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
