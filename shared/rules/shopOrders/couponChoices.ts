import type { Day } from '@shared/kernel/day'
import type { Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'
import { usesLeft, type Coupon } from '../coupons/coupon'
import { couponFace, type CouponFace } from '../coupons/face'
import type { Choices } from '../quote/quote'
import type { Quote } from '../quote/quoted'
import type { TierProgram } from '../tiers/program'
import type { OrderQuoteRefusal } from './orderQuote'
import { whyNotWords } from './whyNotWords'

/** A coupon beside a cart: what it is worth there, or why it cannot be used. */
export interface CouponChoice {
  coupon: CouponFace
  isChosen: boolean
  offFen: number | null
  whyNot: Words | null
}

type Ask = (choices: Choices) => Result<Quote, OrderQuoteRefusal>

/**
 * What each coupon does beside those that are chosen, before points and balance: one that is chosen by what would be
 * dearer without it. Usable ones first, by what they take off; coupons that are used up are left out.
 */
export function couponChoices(
  coupons: readonly Coupon[],
  { coupons: chosen }: Choices,
  ask: Ask,
  tiers: TierProgram,
  today: Day,
): CouponChoice[] {
  const withCoupons = (ids: readonly string[]) => ask({ coupons: ids, points: 0, balance: { of: 'none' } })
  const now = withCoupons(chosen)
  if (!now.ok) throw new Error(`coupons that were chosen cannot be: ${now.error.code}`)
  const nowFen = now.value.payableFen
  const choiceOf = (coupon: Coupon): CouponChoice => {
    const { _id } = coupon
    const isChosen = chosen.includes(_id)
    const other = withCoupons(isChosen ? chosen.filter((id) => id !== _id) : [...chosen, _id])
    const face = { coupon: couponFace(coupon, today, tiers), isChosen }
    if (!other.ok && !isChosen) return { ...face, offFen: null, whyNot: whyNotWords(other.error, coupons) }
    const otherFen = other.ok ? other.value.payableFen : nowFen
    return { ...face, offFen: isChosen ? otherFen - nowFen : nowFen - otherFen, whyNot: null }
  }
  return coupons
    .filter((coupon) => usesLeft(coupon) > 0)
    .map(choiceOf)
    .sort((a, b) => (b.offFen ?? -1) - (a.offFen ?? -1) || (a.coupon.id < b.coupon.id ? -1 : 1))
}
