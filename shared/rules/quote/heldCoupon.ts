import type { Day } from '@shared/kernel/day'
import { usesLeft, type Coupon } from '../coupons/coupon'
import type { CouponTerms } from '../coupons/terms'

/** A coupon that the member holds, as the quote reads it. */
export interface HeldCoupon extends CouponTerms {
  readonly id: string
  readonly validFrom: Day
  /** The last day on which it can be used. */
  readonly validUntil: Day
  /** How often it can still be used; a lock for another order counts as a use. */
  readonly usesLeft: number
}

/** What the quote needs of a coupon. One that has expired or is void has no use left. */
export function heldOf(coupon: Coupon): HeldCoupon {
  const { _id, name, takesOff, goods, requirement, stacking, levels, validFrom, validUntilDay } = coupon
  return {
    id: _id,
    name,
    takesOff,
    goods,
    requirement,
    stacking,
    levels,
    validFrom,
    validUntil: validUntilDay,
    usesLeft: usesLeft(coupon),
  }
}
