import type { Day } from '@shared/kernel/day'
import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { covers } from '../earning/multipliers'
import type { CartLine } from './cart'
import type { HeldCoupon } from './heldCoupon'
import { missingFor } from './missing'

interface OfCoupon {
  readonly couponId: string
}

/** Why a coupon that was chosen cannot be used. */
export type CouponRefusal =
  | ({ readonly code: 'COUPON_NOT_FOUND' | 'COUPON_TWICE' | 'COUPON_USED' } & OfCoupon)
  | ({ readonly code: 'COUPON_NOT_FOR_LEVEL' | 'COUPON_OUT_OF_SCOPE' } & OfCoupon)
  | ({ readonly code: 'COUPON_NOT_YET'; readonly validFrom: Day } & OfCoupon)
  | ({ readonly code: 'COUPON_EXPIRED'; readonly validUntil: Day } & OfCoupon)
  | ({ readonly code: 'COUPON_NOT_TOGETHER'; readonly otherId: string } & OfCoupon)
  | ({ readonly code: 'COUPON_BELOW_AMOUNT'; readonly missingFen: Fen } & OfCoupon)
  | ({ readonly code: 'COUPON_BELOW_QUANTITY'; readonly missing: number } & OfCoupon)
  | ({ readonly code: 'COUPON_TAKES_NOTHING' } & OfCoupon)

/** The coupons chosen, in the order chosen, where each can be used on the day, on these goods, and with the others. */
export function chosenCoupons(
  ids: readonly string[],
  held: readonly HeldCoupon[],
  levelId: string | null,
  lines: readonly CartLine[],
  day: Day,
): Result<readonly HeldCoupon[], CouponRefusal> {
  const chosen: HeldCoupon[] = []
  for (const couponId of ids) {
    const coupon = held.find(({ id }) => id === couponId)
    if (!coupon) return refuse({ code: 'COUPON_NOT_FOUND', couponId })
    const refusal = whyNot(coupon, levelId, lines, day) ?? whyNotWith(coupon, chosen)
    if (refusal) return refuse(refusal)
    chosen.push(coupon)
  }
  return ok(chosen)
}

function whyNot(
  { id: couponId, usesLeft, validFrom, validUntil, levels, goods }: HeldCoupon,
  levelId: string | null,
  lines: readonly CartLine[],
  day: Day,
): CouponRefusal | null {
  if (usesLeft <= 0) return { code: 'COUPON_USED', couponId }
  if (day > validUntil) return { code: 'COUPON_EXPIRED', couponId, validUntil }
  if (day < validFrom) return { code: 'COUPON_NOT_YET', couponId, validFrom }
  if (levels !== null && (levelId === null || !levels.includes(levelId)))
    return { code: 'COUPON_NOT_FOR_LEVEL', couponId }
  if (!lines.some((line) => covers(goods, line))) return { code: 'COUPON_OUT_OF_SCOPE', couponId }
  return null
}

/** Several coupons go on one order only where each of them allows others. */
function whyNotWith(coupon: HeldCoupon, others: readonly HeldCoupon[]): CouponRefusal | null {
  const couponId = coupon.id
  if (others.some(({ id }) => id === couponId)) return { code: 'COUPON_TWICE', couponId }
  const other = others.find(({ stacking }) => !(stacking.withCodes && coupon.stacking.withCodes))
  return other ? { code: 'COUPON_NOT_TOGETHER', couponId, otherId: other.id } : null
}

/** What a coupon asks for is judged by what its goods cost after step 1, before any coupon; null where it is enough. */
export function belowRequirement(
  { id: couponId, requirement, goods }: HeldCoupon,
  lines: readonly CartLine[],
  pricedFen: readonly Fen[],
): CouponRefusal | null {
  const about = lines.flatMap((line, i) =>
    covers(goods, line) ? [{ quantity: line.quantity, amountFen: pricedFen[i] ?? 0 }] : [],
  )
  const missing = missingFor(requirement, about)
  if (missing === null) return null
  return missing.of === 'amount'
    ? { code: 'COUPON_BELOW_AMOUNT', couponId, missingFen: missing.missingFen }
    : { code: 'COUPON_BELOW_QUANTITY', couponId, missing: missing.missing }
}
