import { BP_ONE } from '@shared/kernel/rate'
import { divideDown, divideHalfUp } from '../../assistant/divide'
import type { Perk, Requirement } from '../../benefits/benefit'
import { cashOf, type ToCash } from '../../points/toCash'

/** Those who hold a benefit, and what they bought in the last year that it would have been taken off of or multiplied. */
export interface Holding {
  readonly holders: number
  readonly spendFen: number
  /** Of those whose birthday is known. */
  readonly birthdays: number
  readonly birthdaySpendFen: number
}

export const NOBODY: Holding = { holders: 0, spendFen: 0, birthdays: 0, birthdaySpendFen: 0 }

/** What an estimate is made with: how many days the spend is of, what a yuan earns, what points are worth. */
export interface Figures {
  readonly days: number
  readonly pointsPerYuan: number
  readonly toCash: ToCash
}

/**
 * What a benefit costs a month, and how that is reckoned. Coupons are at their face value, as if each were used;
 * what is taken off or multiplied is of what its holders bought lately. `fen` is null where the store has no figure.
 */
export type MonthCost =
  | { readonly of: 'once'; readonly fen: 0 }
  | {
      readonly of: 'vouchers'
      readonly fen: number
      readonly holders: number
      readonly amountFen: number
      readonly everyMonths: number
    }
  | {
      readonly of: 'discount'
      readonly fen: number
      readonly monthSpendFen: number
      readonly offBp: number
      readonly isQuantityAssumed: boolean
    }
  | {
      readonly of: 'birthdayDiscount'
      readonly fen: number
      readonly birthdays: number
      readonly monthSpendFen: number
      readonly offBp: number
      readonly isQuantityAssumed: boolean
    }
  | {
      readonly of: 'extraPoints'
      readonly fen: number
      readonly points: number
      readonly monthSpendFen: number
      readonly rateBp: number
    }
  | { readonly of: 'unknown'; readonly fen: null; readonly why: 'freight' | 'noPrice' | 'noSales' }

const MONTHS = 12n
const DAYS_OF_YEAR = 365n
const ONCE: MonthCost = { of: 'once', fen: 0 }
const unknown = (why: 'freight' | 'noPrice' | 'noSales'): MonthCost => ({ of: 'unknown', fen: null, why })

export function monthCost(perk: Perk, holding: Holding, figures: Figures): MonthCost {
  switch (perk.of) {
    case 'pointsOnUpgrade':
      return ONCE
    case 'voucher':
      return perk.issue.of === 'atOnce' ? ONCE : vouchers(perk, holding)
    case 'freeShippingCoupon':
    case 'freeShippingQuota':
      return unknown('freight')
    case 'discount':
      return ofSpend(holding.holders, figures, () => discount(perk, holding, figures))
    case 'birthdayDiscount':
      return ofSpend(holding.birthdays, figures, () => birthdayDiscount(perk, holding, figures))
    case 'pointsMultiplier':
      return ofSpend(holding.holders, figures, () => extraPoints(perk, holding, figures))
    case 'prioritySupport':
    case 'extendedReturns':
    case 'earlyAccess':
    case 'custom':
      return unknown('noPrice')
  }
}

/** Without a day of sales nothing can be said of those who hold it; nobody at all costs nothing. */
function ofSpend(holders: number, { days }: Figures, cost: () => MonthCost): MonthCost {
  return days === 0 && holders > 0 ? unknown('noSales') : cost()
}

function vouchers({ amountFen, issue }: Extract<Perk, { of: 'voucher' }>, { holders }: Holding): MonthCost {
  const everyMonths = issue.of === 'everyMonths' ? issue.months : 12
  const fen = divideHalfUp(BigInt(holders) * BigInt(amountFen), BigInt(everyMonths))
  return { of: 'vouchers', fen, holders, amountFen, everyMonths }
}

function discount(
  { rateBp, requirement }: Extract<Perk, { of: 'discount' }>,
  { spendFen }: Holding,
  { days }: Figures,
): MonthCost {
  const offBp = BP_ONE - rateBp
  return {
    of: 'discount',
    fen: shareOfMonth(spendFen, offBp, days, 1n),
    monthSpendFen: shareOfMonth(spendFen, BP_ONE, days, 1n),
    offBp,
    isQuantityAssumed: asksForQuantity(requirement),
  }
}

/** In a month, one in twelve of those whose birthday is known has it. */
function birthdayDiscount(
  { rateBp, requirement }: Extract<Perk, { of: 'birthdayDiscount' }>,
  { birthdays, birthdaySpendFen }: Holding,
  { days }: Figures,
): MonthCost {
  const offBp = BP_ONE - rateBp
  return {
    of: 'birthdayDiscount',
    fen: shareOfMonth(birthdaySpendFen, offBp, days, MONTHS),
    birthdays,
    monthSpendFen: shareOfMonth(birthdaySpendFen, BP_ONE, days, MONTHS),
    offBp,
    isQuantityAssumed: asksForQuantity(requirement),
  }
}

/** What the multiplier adds to the base rate, as if no other one held beside it; worth what points take off an order. */
function extraPoints(
  { rateBp }: Extract<Perk, { of: 'pointsMultiplier' }>,
  { spendFen }: Holding,
  { days, pointsPerYuan, toCash }: Figures,
): MonthCost {
  const monthSpendFen = shareOfMonth(spendFen, BP_ONE, days, 1n)
  const extraBp = BigInt(rateBp - BP_ONE)
  const points = divideDown(BigInt(monthSpendFen) * BigInt(pointsPerYuan) * extraBp, BigInt(BP_ONE) * 100n)
  return { of: 'extraPoints', fen: cashOf(points, toCash), points, monthSpendFen, rateBp }
}

/** A share of what is spent in a month, a twelfth of a year, by what was spent in so many days; rounded half up, once. */
function shareOfMonth(spendFen: number, rateBp: number, days: number, parts: bigint): number {
  if (days === 0) return 0
  return divideHalfUp(
    BigInt(spendFen) * BigInt(rateBp) * DAYS_OF_YEAR,
    BigInt(BP_ONE) * MONTHS * BigInt(days) * parts,
  )
}

function asksForQuantity(requirement: Requirement): boolean {
  return requirement.of === 'minimumQuantity'
}
