import { monthOf, type Day } from '@shared/kernel/day'
import { addMonths, yearOf } from '@shared/kernel/day'

/** The day on which a birthday is kept in the year of another day: 29 February is kept on the 28th in other years. */
export function birthdayIn(birthday: Day, today: Day): Day {
  return addMonths(birthday, (yearOf(today) - yearOf(birthday)) * 12)
}

export function isBirthday(birthday: Day, today: Day): boolean {
  return birthdayIn(birthday, today) === today
}

export function isBirthdayMonth(birthday: Day, today: Day): boolean {
  return monthOf(birthday).slice(5) === monthOf(today).slice(5)
}
