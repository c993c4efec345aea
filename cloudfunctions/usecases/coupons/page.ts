import type { OutputOf } from '@shared/contracts'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { couponFace } from '@shared/rules/coupons/face'
import type { TierProgram } from '@shared/rules/tiers/program'

/** How many coupons a page has; one more is read, which tells whether there is another page. */
export const PAGE = 20

/** A page of coupons as people read it, made of what was read. */
export function asPage(
  found: readonly Coupon[],
  today: string,
  tiers: TierProgram,
): OutputOf<'coupons.list'> {
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return {
    today,
    coupons: page.map((coupon) => couponFace(coupon, today, tiers)),
    nextCursor: last && found.length > PAGE ? { day: last.validUntilDay, id: last._id } : null,
  }
}
