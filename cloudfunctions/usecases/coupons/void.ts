import { ok, refuse } from '@shared/kernel/result'
import { moveIn, type CouponMoved } from '../../database/couponMoves'
import { transact } from '../../database/transact'
import type { UseCase } from '../../runtime/call'

export const voidCoupon: UseCase<'coupons.void'> = async (call, { member, id, reason }) => {
  const { cloud, memberId, at, today } = call
  const move = { does: 'void', reason, by: `staff:${memberId}`, at } as const
  const moved = await transact<true, CouponMoved>(
    cloud,
    () => Promise.resolve({ plan: true }),
    (transaction) => moveIn(cloud, transaction, id, member, move, today),
  )
  if (moved.ok) return ok({ couponId: id })
  const { code, ...data } = moved.error
  // Nothing is asked of a void coupon, and neither of one whose days are to come.
  if (code === 'COUPON_VOIDED' || code === 'COUPON_NOT_YET' || code === 'COUPON_NOT_HELD')
    throw new Error(`voiding ${id}: ${code}`)
  return refuse({ code, data })
}
