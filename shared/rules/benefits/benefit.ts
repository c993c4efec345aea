import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'

/** What must be bought before a benefit can be used. */
export type Requirement =
  | { readonly of: 'none' }
  | { readonly of: 'minimumAmount'; readonly amountFen: number }
  | { readonly of: 'minimumQuantity'; readonly quantity: number }

/** When a benefit is given: when the level begins, every year on a date, or every X months on a day, which short months move to their last. */
export type Issue =
  | { readonly of: 'atOnce' }
  | { readonly of: 'yearly'; readonly month: number; readonly dayOfMonth: number }
  | { readonly of: 'everyMonths'; readonly months: number; readonly dayOfMonth: number }

/** What a discount goes together with. */
export interface Stacking {
  readonly withAutomatic: boolean
  readonly withCodes: boolean
}

/** What is taken off an order, and what that asks for. */
interface Discounting {
  readonly requirement: Requirement
  readonly stacking: Stacking
}

/** Holds as long as the level does: there is nothing to give. Rates: 9,500 is 9.5 折, 15,000 is one and a half times. */
export type StandingPerk =
  | ({ readonly of: 'discount'; readonly rateBp: number } & Discounting)
  | { readonly of: 'pointsMultiplier'; readonly rateBp: number }
  | { readonly of: 'prioritySupport' }
  | { readonly of: 'extendedReturns'; readonly days: number }
  | { readonly of: 'earlyAccess'; readonly hours: number }
  | { readonly of: 'custom' }

/** Given by the schedule that it carries; a coupon is good for some days, its first included. */
type ScheduledPerk =
  | ({
      readonly of: 'voucher'
      readonly amountFen: number
      readonly validDays: number
      readonly issue: Issue
    } & Discounting)
  | ({
      readonly of: 'freeShippingCoupon'
      readonly coupons: number
      readonly validDays: number
      readonly issue: Issue
    } & Discounting)

/** Given by the calendar: so many free deliveries a month; a discount in the month of the birthday. */
type CalendarPerk =
  | ({ readonly of: 'freeShippingQuota'; readonly perMonth: number } & Discounting)
  | ({ readonly of: 'birthdayDiscount'; readonly rateBp: number } & Discounting)

/** Given with the upgrade to a level, once for each level and member. */
interface UpgradePerk {
  readonly of: 'pointsOnUpgrade'
  readonly points: number
}

/** What is given for a period, as coupons. */
export type GivenPerk = ScheduledPerk | CalendarPerk

export type Perk = StandingPerk | GivenPerk | UpgradePerk

/** True for what is given for periods; the rest holds with the level, or comes with the upgrade. */
export function isGiven(perk: Perk): perk is GivenPerk {
  return 'issue' in perk || perk.of === 'freeShippingQuota' || perk.of === 'birthdayDiscount'
}

/** Something that a level gives to its members. */
export interface Benefit {
  readonly id: string
  readonly levelId: string
  /** Of a level that can be earned or paid for: everybody on it, or only those who paid. */
  readonly for: 'everyone' | 'paidOnly'
  readonly name: Words
  readonly description: Words
  /** The name of a picture; null for the kind's own. */
  readonly icon: string | null
  /** The day on which it was added: nothing is given for days before it. */
  readonly addedOn: Day
  readonly perk: Perk
}

export interface BenefitSettings {
  readonly version: number
  readonly benefits: readonly Benefit[]
}

export const DEFAULT_BENEFITS: BenefitSettings = { version: 0, benefits: [] }

/** Where a member stands, as far as benefits ask. */
export interface Holder {
  readonly member: string
  readonly levelId: string
  /** Since when the level has held without a break; time at which levels were off breaks it. */
  readonly since: Day
  /** The day on which it was reached. */
  readonly reachedOn: Day
  /** Since when it has been paid for; null when it is not. */
  readonly paidSince: Day | null
  readonly birthday: { readonly day: Day; readonly setOn: Day } | null
}

/** The benefits of somebody's level that are for them. */
export function benefitsOf(
  benefits: readonly Benefit[],
  { levelId, paidSince }: Pick<Holder, 'levelId' | 'paidSince'>,
): readonly Benefit[] {
  return benefits.filter(
    (benefit) => benefit.levelId === levelId && (benefit.for === 'everyone' || paidSince !== null),
  )
}
