import type { InputOf, OutputOf } from '@shared/contracts'

export type Quoted = OutputOf<'shopOrders.quote'>
export type Choices = InputOf<'shopOrders.quote'>['choices']
export type Wanted = InputOf<'shopOrders.quote'>['lines']
export type CouponChoice = Quoted['coupons'][number]

/** Stored value pays first, and nothing else is used before somebody says so. */
export const FIRST_CHOICES: Choices = { coupons: [], points: 0, balance: { of: 'all' } }

/** With a coupon that was not chosen, or without one that was. */
export function withCoupon(choices: Choices, id: string): Choices {
  const { coupons } = choices
  return {
    ...choices,
    coupons: coupons.includes(id) ? coupons.filter((each) => each !== id) : [...coupons, id],
  }
}

type PointsLimits = Pick<Quoted['points'], 'most' | 'step' | 'minimum'>

/** The most of the points asked for that an order takes: whole steps, none below the minimum. */
export function pointsWithin(asked: number, { most, step, minimum }: PointsLimits): number {
  const whole = Math.floor(Math.min(asked, most) / step) * step
  return whole >= minimum && whole > 0 ? whole : 0
}
