import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { moveCoupon, type CouponMove, type MoveRefusal } from '@shared/rules/coupons/move'
import type { Cloud } from './cloud'
import type { Transaction } from './transact'

export type CouponMoved = Result<Coupon, MoveRefusal | { readonly code: 'COUPON_NOT_FOUND' }>

/** A coupon, whose it must be, and the order that asks for it. */
export interface OrderedCoupon {
  readonly couponId: string
  readonly member: string
  readonly orderId: string
}

type Ordered = (
  cloud: Cloud,
  transaction: Transaction,
  coupon: OrderedCoupon,
  today: Day,
) => Promise<CouponMoved>

const ordered =
  (does: 'lock' | 'unlock' | 'use' | 'giveBack'): Ordered =>
  (cloud, transaction, { couponId, member, orderId }, today) =>
    moveIn(cloud, transaction, couponId, member, { does, orderId }, today)

/** Holds a coupon for an order that is placed. By the same order again it changes nothing. */
export const lockCoupon = ordered('lock')

/** Lets go of a coupon when its order is cancelled. What the order does not hold is left as it is. */
export const unlockCoupon = ordered('unlock')

/** Uses up what an order that was paid holds. By the same order again it changes nothing. */
export const useCoupon = ordered('use')

/** Gives back what an order used that is refunded whole; refused past the coupon's last day. */
export const giveCouponBack = ordered('giveBack')

/**
 * Moves a coupon inside a transaction: of two that move one at once, one meets the other's write and decides again.
 * A coupon that still waits in its member's tail is not there yet.
 */
export async function moveIn(
  { db }: Cloud,
  transaction: Transaction,
  couponId: string,
  member: string,
  move: CouponMove,
  today: Day,
): Promise<CouponMoved> {
  const place = transaction.collection('coupons').doc(couponId)
  const { data } = (await place.get()) as { data: Coupon | null }
  if (data?.member !== member) return refuse({ code: 'COUPON_NOT_FOUND' })
  const moved = moveCoupon(data, move, today)
  if (!moved.ok || moved.value === data) return moved
  const { state, heldBy, usedBy, voided } = moved.value
  await place.update({
    state,
    heldBy: db.command.set(heldBy),
    usedBy: db.command.set(usedBy),
    voided: db.command.set(voided),
  })
  return ok(moved.value)
}
