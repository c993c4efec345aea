import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Requirement, Stacking } from '../benefits/benefit'
import type { Coupon, CouponWorth } from '../benefits/coupons'
import type { Goods } from '../earning/multipliers'

/** What a coupon takes off. Rates: 8,800 is 8.8 折. */
export type TakesOff =
  | { readonly kind: 'cashOff'; readonly amountFen: Fen }
  | { readonly kind: 'percentOff'; readonly rateBp: number; readonly capFen: Fen | null }
  | { readonly kind: 'freeShipping' }
  /** So many of the goods in scope cost nothing. */
  | { readonly kind: 'exchange'; readonly quantity: number }

/** A coupon that the member holds, whoever gave it. */
export interface HeldCoupon {
  readonly id: string
  readonly name: Words
  readonly takesOff: TakesOff
  readonly goods: Goods
  readonly requirement: Requirement
  /** `withAutomatic` is asked on each line in scope, `withCodes` of every other coupon of the order. */
  readonly stacking: Stacking
  /** The levels whose members can use it; null for everybody. */
  readonly levels: readonly string[] | null
  readonly validFrom: Day
  /** The last day on which it can be used. */
  readonly validUntil: Day
  /** How often it can still be used; a lock for another order counts as a use. */
  readonly usesLeft: number
}

/** A coupon that a level gave, as the quote reads it: for all goods, and whatever level its member holds by then. */
export function heldOf(coupon: Coupon): HeldCoupon {
  const { _id, name, requirement, stacking, validFrom, validUntilDay, uses, used } = coupon
  return {
    id: _id,
    name,
    takesOff: takesOffOf(coupon),
    goods: { of: 'all' },
    requirement,
    stacking,
    levels: null,
    validFrom,
    validUntil: validUntilDay,
    usesLeft: uses - used,
  }
}

function takesOffOf(worth: CouponWorth): TakesOff {
  switch (worth.kind) {
    case 'voucher':
      return { kind: 'cashOff', amountFen: worth.amountFen }
    case 'birthdayDiscount':
      return { kind: 'percentOff', rateBp: worth.rateBp, capFen: null }
    case 'freeShipping':
      return { kind: 'freeShipping' }
  }
}
