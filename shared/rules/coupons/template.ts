import type { Day } from '@shared/kernel/day'
import { sumOf } from '@shared/kernel/sumOf'
import type { CouponTerms } from './terms'

/** When a coupon of a template can be used, both days included. */
export type Validity =
  | { readonly of: 'dates'; readonly from: Day; readonly to: Day }
  /** Counted from the day of issue, which is the first. */
  | { readonly of: 'days'; readonly days: number }
  /** The month of the member's birthday, this one or the next to come. */
  | { readonly of: 'birthdayMonth' }

/** Who can have a coupon of a template, and use it. */
export type CouponAudience =
  { readonly of: 'everyone' } | { readonly of: 'levels'; readonly levels: readonly string[] }

/** What the merchant says of a template. */
export interface CouponRules extends Omit<CouponTerms, 'levels'> {
  readonly validity: Validity
  readonly audience: CouponAudience
  /** How many one member can have of it, ever. */
  readonly perMember: number
  /** How many there are for all; null for no end. */
  readonly total: number | null
  /** Whether members can take one themselves. */
  readonly claimable: boolean
  /** Off: no more are issued. What is held stays good. */
  readonly isOn: boolean
}

/** Some of a template's total that somebody is putting in just now. */
export interface Reservation {
  readonly token: string
  readonly count: number
  readonly at: number
}

export interface CouponTemplate extends CouponRules {
  readonly _id: string
  readonly schemaVersion: 1
  /** Goes up with each save of its rules, not with what is issued. */
  readonly version: number
  readonly createdAt: number
  readonly changedAt: number
  readonly changedBy: string
  /** How many were issued, those that are reserved included: never above the total. */
  readonly issued: number
  readonly reserved: readonly Reservation[]
  /** When something was last reserved; null when nothing is. */
  readonly reservedAt: number | null
}

/** Most of a template that one member can have. */
export const MOST_A_MEMBER = 100

/** True when all were issued; what is only reserved may come free again. */
export function isSoldOut({ total, issued, reserved }: CouponTemplate): boolean {
  return total !== null && issued - sumOf(reserved, ({ count }) => count) >= total
}

/** True when its days are over, so that none can be issued. */
export function isOver({ validity }: Pick<CouponRules, 'validity'>, today: Day): boolean {
  return validity.of === 'dates' && validity.to < today
}

/** How many are left for all; null for no end. */
export function leftOf({ total, issued }: Pick<CouponTemplate, 'total' | 'issued'>): number | null {
  return total === null ? null : Math.max(0, total - issued)
}
