import { addMonths, daysBetween, type Day } from '@shared/kernel/day'
import type { BoughtDay } from '../bought'
import type { Requirement } from '../../benefits/benefit'

/** What a month costs is told by the twelve months before today, or by as many of their days as the store has sold on. */
export interface LastYear {
  readonly from: Day
  readonly today: Day
}

export function lastYearOf(today: Day): LastYear {
  return { from: addMonths(today, -12), today }
}

/** The days of sales within the year; what was bought long ago is outside of it. */
export function boughtInYear(bought: readonly BoughtDay[], { from, today }: LastYear): readonly BoughtDay[] {
  return bought.filter(({ day, firstDay }) => firstDay === undefined && day > from && day <= today)
}

/**
 * What was bought by orders that meet a requirement. How many goods an order had is not kept by the day, so a quantity
 * is taken as met; of a day's orders the largest are told apart by their amounts.
 */
export function spendMeeting(days: readonly BoughtDay[], requirement: Requirement): number {
  if (requirement.of !== 'minimumAmount') return days.reduce((sum, { fen }) => sum + fen, 0)
  const amounts = days.flatMap(({ largest }) => largest)
  return amounts.reduce((sum, fen) => (fen >= requirement.amountFen ? sum + fen : sum), 0)
}

/** How many days of figures there are, from the first day of sales within the year; 0 when there are none. */
export function daysOfFigures(firstSale: Day | null, { today }: LastYear): number {
  return firstSale === null ? 0 : daysBetween(firstSale, today) + 1
}
