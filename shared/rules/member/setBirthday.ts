import { addDays, addMonths, daysBetween, type Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account, Birthday } from '../account/account'
import { birthdayIn } from './birthday'

export type BirthdayRefusal =
  | { readonly code: 'BIRTHDAY_IMPOSSIBLE' }
  | { readonly code: 'BIRTHDAY_CHANGED_LATELY'; readonly data: { readonly from: Day } }
  | { readonly code: 'BIRTHDAY_NEAR'; readonly data: { readonly from: Day } }

const EARLIEST: Day = '1900-01-01'

const MONTHS_BETWEEN_CHANGES = 12

/** From so many days before a birthday until it is over, nobody changes to it or away from it. */
const CLOSED_DAYS_BEFORE = 30

/**
 * Sets a member's birthday. The first one is taken as told; a change is refused within a year of the last one, and
 * close before the old birthday or the new: what a birthday brings would be had twice. The same day again changes
 * nothing and answers the same account. A refusal names the first day on which this change could be made.
 */
export function setBirthday(account: Account, day: Day, today: Day): Result<Account, BirthdayRefusal> {
  const known = account.birthday
  if (known?.day === day) return ok(account)
  if (day < EARLIEST || day > today) return refuse({ code: 'BIRTHDAY_IMPOSSIBLE' })
  if (known) {
    const yearOver = addMonths(known.setOn, MONTHS_BETWEEN_CHANGES)
    const from = firstOpenDay([known.day, day], later(yearOver, today))
    if (today < yearOver) return refuse({ code: 'BIRTHDAY_CHANGED_LATELY', data: { from } })
    if (today < from) return refuse({ code: 'BIRTHDAY_NEAR', data: { from } })
  }
  return ok({ ...account, birthday: { day, setOn: today } })
}

/** The first day, today or later, on which a birthday may be changed to one that is not close itself. */
export function changeableFrom({ day, setOn }: Birthday, today: Day): Day {
  return firstOpenDay([day], later(addMonths(setOn, MONTHS_BETWEEN_CHANGES), today))
}

function firstOpenDay(birthdays: readonly Day[], from: Day): Day {
  const near = birthdays
    .map((birthday) => nextBirthday(birthday, from))
    .find((next) => daysBetween(from, next) <= CLOSED_DAYS_BEFORE)
  return near === undefined ? from : firstOpenDay(birthdays, addDays(near, 1))
}

function nextBirthday(birthday: Day, from: Day): Day {
  const thisYear = birthdayIn(birthday, from)
  return thisYear >= from ? thisYear : birthdayIn(birthday, addMonths(from, 12))
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
