import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Benefit, Stacking } from '../benefits/benefit'
import type { EarningFacts } from '../earning/multipliers'
import type { ToCash } from '../points/toCash'
import type { SpendingOrder } from '../wallet/settings'
import type { ShortRefusal } from '../wallet/spend'
import type { Funds } from '../wallet/wallet'
import { automaticOn, type DiscountRule } from './automatic'
import { balanceStep, type BalanceChoice } from './balanceStep'
import { assertCart, type Cart } from './cart'
import { chosenCoupons, type CouponRefusal } from './couponCheck'
import { couponStep } from './couponStep'
import { less, type Deduction } from './deduction'
import type { HeldCoupon } from './heldCoupon'
import { addPaid, payParts } from './paid'
import { pointsStep, type PointsRefusal } from './pointsStep'
import { priceStep } from './priceStep'
import { quoted, type Quote } from './quoted'

/** What a quote asks about the member. */
export interface Buyer {
  readonly facts: EarningFacts
  /** The benefits of the level held; none while the levels are off. */
  readonly benefits: readonly Benefit[]
  readonly coupons: readonly HeldCoupon[]
  readonly points: number
  /** What of the stored value is free to be spent. */
  readonly balance: Funds
}

export interface QuoteRules {
  readonly discounts: readonly DiscountRule[]
  /** What member prices go together with. */
  readonly memberPrice: Stacking
  readonly toCash: ToCash
  readonly spendingOrder: SpendingOrder
}

/** What the member chose. */
export interface Choices {
  readonly coupons: readonly string[]
  readonly points: number
  readonly balance: BalanceChoice
}

export type QuoteRefusal = { readonly code: 'CART_EMPTY' } | CouponRefusal | PointsRefusal | ShortRefusal

/**
 * What an order costs on a day, and what pays for it: each step with its amount line by line, in fen. The same
 * arguments give the same quote. A choice that cannot be had is refused whole; amounts that are no amounts throw.
 */
export function quote(
  cart: Cart,
  buyer: Buyer,
  rules: QuoteRules,
  choices: Choices,
  day: Day,
): Result<Quote, QuoteRefusal> {
  assertCart(cart)
  const { lines, freightFen } = cart
  if (lines.length === 0) return refuse({ code: 'CART_EMPTY' })
  const chosen = chosenCoupons(choices.coupons, buyer.coupons, buyer.facts.tierId, lines, day)
  if (!chosen.ok) return chosen

  const automatic = automaticOn(day, buyer.facts, buyer.benefits, rules.discounts)
  const priced = priceStep(lines, automatic, rules.memberPrice, chosen.value)
  const listFen = lines.map(({ quantity, unitListFen }) => quantity * unitListFen)
  const pricedFen = less(listFen, priced.deductions)

  const byCoupons = couponStep(lines, pricedFen, freightFen, chosen.value)
  if (!byCoupons.ok) return byCoupons
  const afterCouponsFen = less(pricedFen, byCoupons.value)

  const points = pointsStep(choices.points, afterCouponsFen, buyer.points, rules.toCash)
  if (!points.ok) return points
  const deductions = [...priced.deductions, ...byCoupons.value, ...points.value.deductions]

  const goodsFen = less(listFen, deductions)
  const toPayFen = freightFen - sumOf(deductions, (each) => each.freightFen)
  const payableFen = sumOf(goodsFen, (fen) => fen) + toPayFen
  const spent = balanceStep(buyer.balance, choices.balance, payableFen, rules.spendingOrder)
  if (!spent.ok) return spent
  const parts = payParts([...goodsFen, toPayFen], spent.value)

  return ok(
    quoted(cart, {
      day,
      deductions: inOrder(deductions),
      notUsed: priced.notUsed,
      coupons: chosen.value.map(({ id, name, validUntil }) => ({ id, name, validUntil })),
      points: points.value,
      parts,
      paid: addPaid(parts),
    }),
  )
}

const STEPS: readonly Deduction['step'][] = ['price', 'coupons', 'points', 'freight']

/** Free shipping is a coupon, and its step is the fourth. */
const inOrder = (deductions: readonly Deduction[]): readonly Deduction[] =>
  [...deductions].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step))
