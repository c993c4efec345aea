import { addDays, type Day } from '@shared/kernel/day'
import { ratioBp } from '@shared/kernel/rate'
import { sumOf } from '@shared/kernel/sumOf'
import { firstDayOfLast } from '../tiers/validity'
import { divideHalfUp } from './divide'
import type { TwoYears } from './inputs'

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The last 12 months, today included, and the 12 months before them. */
export interface Years {
  readonly thisYear: Period
  readonly lastYear: Period
}

export function yearsUpTo(today: Day): Years {
  const from = firstDayOfLast({ of: 'months', months: 12 }, today)
  const before = firstDayOfLast({ of: 'months', months: 24 }, today)
  return { thisYear: { from, to: today }, lastYear: { from: before, to: addDays(from, -1) } }
}

/** What one member bought in two years, after refunds; orders that were refunded whole are none. */
export interface BuyerYears extends TwoYears {
  /** Of the last 12 months. */
  readonly orders: number
  /** Whether they bought on two days or more in the last 12 months. */
  readonly cameBack: boolean
}

/** What the orders of two years say of a store. */
export interface StoreFigures {
  /** Members whose net spend of the last 12 months is above nothing. */
  readonly buyers: number
  /** Of the last 12 months. */
  readonly orders: number
  /** Null without orders. */
  readonly averageOrderFen: number | null
  /** Null without buyers. */
  readonly repurchaseRateBp: number | null
}

export function figuresOf(members: readonly BuyerYears[]): StoreFigures {
  const buyers = members.filter(({ thisYearFen }) => thisYearFen > 0)
  const orders = sumOf(members, (each) => each.orders)
  const netFen = sumOf(members, ({ thisYearFen }) => thisYearFen)
  const cameBack = buyers.filter((each) => each.cameBack).length
  return {
    buyers: buyers.length,
    orders,
    averageOrderFen: orders === 0 ? null : divideHalfUp(BigInt(netFen), BigInt(orders)),
    repurchaseRateBp: buyers.length === 0 ? null : ratioBp(cameBack, buyers.length),
  }
}
