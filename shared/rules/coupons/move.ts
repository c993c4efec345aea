import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { hasExpired, usesLeft, type Coupon, type CouponState, type Voiding } from './coupon'

/** What can be done to a coupon that is held. */
export type CouponMove =
  | { readonly does: 'lock' | 'unlock' | 'use' | 'giveBack'; readonly orderId: string }
  | { readonly does: 'expire' }
  | ({ readonly does: 'void' } & Voiding)

/**
 * Where each move leads from where; what is not here is refused. A coupon of many uses stays `issued` while one is left.
 * Nothing leads out of `expired` and `voided`, and out of `used` only an order that is refunded whole.
 */
export const MOVES: Readonly<
  Record<CouponMove['does'], Readonly<Partial<Record<CouponState, readonly CouponState[]>>>>
> = {
  lock: { issued: ['issued', 'locked'] },
  unlock: { issued: ['issued'], locked: ['issued'] },
  use: { issued: ['issued'], locked: ['locked', 'used'] },
  giveBack: { issued: ['issued'], locked: ['issued'], used: ['issued'] },
  expire: { issued: ['expired'] },
  void: { issued: ['voided'] },
}

/** Why a coupon cannot be moved. */
export type MoveRefusal =
  | { readonly code: 'COUPON_USED' | 'COUPON_LOCKED' | 'COUPON_VOIDED' | 'COUPON_NOT_HELD' }
  | { readonly code: 'COUPON_EXPIRED'; readonly validUntil: Day }
  | { readonly code: 'COUPON_NOT_YET'; readonly validFrom: Day }

/** The coupon after a move. One that is done already, by the same order, changes nothing: it may be repeated. */
export function moveCoupon(coupon: Coupon, move: CouponMove, today: Day): Result<Coupon, MoveRefusal> {
  if (isDone(coupon, move)) return ok(coupon)
  const leadsTo = MOVES[move.does][coupon.state]
  if (!leadsTo) return refuse(closed(coupon))
  const refusal = whyNot(coupon, move, today)
  if (refusal) return refuse(refusal)
  const next = moved(coupon, move, today)
  if (!leadsTo.includes(next.state))
    throw new Error(`coupon ${coupon._id}: ${move.does} led from ${coupon.state} to ${next.state}`)
  return ok(next)
}

function isDone({ heldBy, usedBy, state }: Coupon, move: CouponMove): boolean {
  const isUsed = 'orderId' in move && usedBy.some(({ orderId }) => orderId === move.orderId)
  const isHeld = 'orderId' in move && heldBy.includes(move.orderId)
  switch (move.does) {
    case 'lock':
      return isHeld || isUsed
    case 'unlock':
      return !isHeld && !isUsed
    case 'use':
      return isUsed
    case 'giveBack':
      return !isHeld && !isUsed
    case 'expire':
      return state === 'expired'
    case 'void':
      return state === 'voided'
  }
}

function closed({ state, validUntilDay }: Coupon): MoveRefusal {
  switch (state) {
    case 'expired':
      return { code: 'COUPON_EXPIRED', validUntil: validUntilDay }
    case 'voided':
      return { code: 'COUPON_VOIDED' }
    case 'used':
      return { code: 'COUPON_USED' }
    case 'issued':
    case 'locked':
      return { code: 'COUPON_LOCKED' }
  }
}

function whyNot(coupon: Coupon, move: CouponMove, today: Day): MoveRefusal | null {
  const { validFrom, validUntilDay, heldBy } = coupon
  const over: MoveRefusal = { code: 'COUPON_EXPIRED', validUntil: validUntilDay }
  switch (move.does) {
    case 'lock':
      if (validUntilDay < today) return over
      return today < validFrom ? { code: 'COUPON_NOT_YET', validFrom } : null
    case 'unlock':
      return heldBy.includes(move.orderId) ? null : { code: 'COUPON_USED' }
    case 'use':
      return heldBy.includes(move.orderId) ? null : { code: 'COUPON_NOT_HELD' }
    case 'giveBack':
      if (heldBy.includes(move.orderId)) return { code: 'COUPON_LOCKED' }
      return validUntilDay < today ? over : null
    case 'expire':
      if (heldBy.length > 0) return { code: 'COUPON_LOCKED' }
      return hasExpired(coupon, today) ? null : { code: 'COUPON_NOT_YET', validFrom: validUntilDay }
    case 'void':
      if (heldBy.length > 0) return { code: 'COUPON_LOCKED' }
      return hasExpired(coupon, today) ? over : null
  }
}

function moved(coupon: Coupon, move: CouponMove, today: Day): Coupon {
  const { heldBy, usedBy } = coupon
  switch (move.does) {
    case 'lock':
      return standing({ ...coupon, heldBy: [...heldBy, move.orderId] })
    case 'unlock':
      return standing({ ...coupon, heldBy: heldBy.filter((id) => id !== move.orderId) })
    case 'use':
      return standing({
        ...coupon,
        heldBy: heldBy.filter((id) => id !== move.orderId),
        usedBy: [...usedBy, { orderId: move.orderId, day: today }],
      })
    case 'giveBack':
      return standing({ ...coupon, usedBy: usedBy.filter(({ orderId }) => orderId !== move.orderId) })
    case 'expire':
      return { ...coupon, state: 'expired', voided: null }
    case 'void': {
      const { reason, by, at } = move
      return { ...coupon, state: 'voided', voided: { reason, by, at } }
    }
  }
}

/** What the uses of a coupon say of its state. */
function standing(coupon: Coupon): Coupon {
  const held = coupon.heldBy.length > 0
  const state = usesLeft(coupon) > 0 ? 'issued' : held ? 'locked' : 'used'
  return { ...coupon, state, voided: null }
}
