import { addDays, dayInMonth, endOfMonth, monthOf, type Day } from '@shared/kernel/day'
import type { DiscountRule } from '@shared/rules/quote/automatic'

/** How a discount stands on a day. What holds on birthdays holds for some members on any day. */
type DiscountStanding =
  | { readonly state: 'running' }
  | { readonly state: 'upcoming'; readonly on: Day }
  | { readonly state: 'ended' }
  | { readonly state: 'birthdays' }

/** How a discount stands today, as far as days go: whom it is for and for which goods is no matter of it. */
export function discountStanding(when: DiscountRule['when'], today: Day): DiscountStanding {
  switch (when.of) {
    case 'always':
      return { state: 'running' }
    case 'birthday':
    case 'birthdayMonth':
      return { state: 'birthdays' }
    case 'dates':
      if (when.to < today) return { state: 'ended' }
      return fromOn(when.from, today)
    case 'dayOfMonth':
      return fromOn(nextMemberDay(when.dayOfMonth, today), today)
  }
}

const fromOn = (on: Day, today: Day): DiscountStanding =>
  on <= today ? { state: 'running' } : { state: 'upcoming', on }

/** Today, where it is one. */
function nextMemberDay(dayOfMonth: number, today: Day): Day {
  const inThisMonth = dayInMonth(monthOf(today), dayOfMonth)
  if (inThisMonth >= today) return inThisMonth
  return dayInMonth(monthOf(addDays(endOfMonth(today), 1)), dayOfMonth)
}
