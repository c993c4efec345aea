import type { Day } from '@shared/kernel/day'
import type { CouponTerms } from './terms'

/** What a coupon came from. `id` is the cause: the same cause gives a member one coupon of a template. */
export type CouponCause =
  | { readonly of: 'benefit'; readonly benefitId: string; readonly levelId: string; readonly period: string }
  | { readonly of: 'claimed'; readonly id: string }
  | { readonly of: 'given'; readonly id: string; readonly reason: string; readonly by: StaffMember }
  | { readonly of: 'topUp'; readonly topUpId: string }
  | { readonly of: 'yearEnd'; readonly year: number }

export type StaffMember = `staff:${string}`

/** A use of a coupon by an order. */
export interface CouponUse {
  readonly orderId: string
  readonly day: Day
}

/** Why and by whom a coupon was made void. */
export interface Voiding {
  readonly reason: string
  readonly by: StaffMember
  readonly at: number
}

/**
 * `issued` while a use is left, `locked` while orders hold all that is left, `used` when orders have used them up.
 * Past its last day a coupon that is still `issued` has expired, even before the timer says so.
 */
type Standing =
  | { readonly state: 'issued' | 'locked' | 'used' | 'expired'; readonly voided: null }
  | { readonly state: 'voided'; readonly voided: Voiding }

export type CouponState = Standing['state']

/** A coupon that a member holds, whoever gave it. Its terms are its own: no later edit changes them. */
export type Coupon = CouponTerms & {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly cause: CouponCause
  /** What it was made of; null for one that a level gave. */
  readonly template: string | null
  /** The reservation of its template's total under which it was put in; null for one that a level gave. */
  readonly reservation: string | null
  readonly grantedOn: Day
  readonly validFrom: Day
  /** The last day on which it can be used. */
  readonly validUntilDay: Day
  /** How often it can be used in all: a month's quota is one coupon of many uses, every other has one. */
  readonly uses: number
  /** The orders that hold a use each, not paid yet. */
  readonly heldBy: readonly string[]
  readonly usedBy: readonly CouponUse[]
} & Standing

/** A coupon as it is when it is issued. */
export function newCoupon(
  issued: Omit<Coupon, 'schemaVersion' | 'heldBy' | 'usedBy' | 'state' | 'voided'>,
): Coupon {
  return { ...issued, schemaVersion: 1, heldBy: [], usedBy: [], state: 'issued', voided: null }
}

/** How often it can still be used; a use that an order holds is none. */
export function usesLeft({ state, uses, heldBy, usedBy }: Coupon): number {
  return state === 'expired' || state === 'voided' ? 0 : uses - heldBy.length - usedBy.length
}

/** True for one that can be used no more because its days are over, whether the timer has said so or not. */
export function hasExpired({ state, heldBy, validUntilDay }: Coupon, today: Day): boolean {
  return state === 'expired' || (state === 'issued' && heldBy.length === 0 && validUntilDay < today)
}
