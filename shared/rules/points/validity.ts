import { addDays, addMonths, endOfMonth, yearOf, type Day } from '@shared/kernel/day'

/** How long points are good for, counted from the day they were earned. */
export type PointsValidity =
  | { readonly kind: 'never' }
  | { readonly kind: 'days'; readonly validDays: number }
  | { readonly kind: 'months'; readonly validMonths: number; readonly toMonthEnd: boolean }
  | { readonly kind: 'endOfNextYear' }

/** The last day on which points earned on a day are good; null when they never lapse. */
export function validUntil(validity: PointsValidity, earned: Day): Day | null {
  switch (validity.kind) {
    case 'never':
      return null
    case 'days':
      return addDays(earned, validity.validDays)
    case 'months': {
      const last = addMonths(earned, validity.validMonths)
      return validity.toMonthEnd ? endOfMonth(last) : last
    }
    case 'endOfNextYear':
      return `${yearOf(earned) + 1}-12-31`
  }
}
