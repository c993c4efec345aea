import type { Day } from '@shared/kernel/day'
import type { Coupon } from '../coupons/coupon'
import { moveCoupon } from '../coupons/move'

/** Coupons after what an order does to them. Throws where one cannot be moved: whoever calls has looked. */
export function moveCoupons(
  coupons: readonly Coupon[],
  does: 'lock' | 'unlock' | 'use' | 'giveBack',
  orderId: string,
  today: Day,
): readonly Coupon[] {
  return coupons.map((coupon) => {
    const moved = moveCoupon(coupon, { does, orderId }, today)
    if (!moved.ok) throw new Error(`coupon ${coupon._id} cannot ${does} for ${orderId}: ${moved.error.code}`)
    return moved.value
  })
}
