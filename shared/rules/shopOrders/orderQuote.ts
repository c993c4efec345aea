import type { Day } from '@shared/kernel/day'
import { refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import { benefitsOf } from '../benefits/benefit'
import { holderOf } from '../benefits/holder'
import { usesLeft, type Coupon } from '../coupons/coupon'
import { earningFacts } from '../earning/facts'
import type { CartLine } from '../quote/cart'
import { heldOf } from '../quote/heldCoupon'
import { quote, type Buyer, type Choices, type QuoteRefusal, type QuoteRules } from '../quote/quote'
import type { Quote } from '../quote/quoted'
import type { Settings } from '../settings/settings'
import { freeFunds, walletOf } from '../wallet/wallet'
import { freightOf } from './settings'

export type OrderQuoteRefusal =
  | Exclude<QuoteRefusal, { readonly code: 'CART_EMPTY' }>
  | { readonly code: 'COUPON_LOCKED' | 'COUPON_VOIDED'; readonly couponId: string }
  | { readonly code: 'POINTS_WORTHLESS' }

/** What an order of these goods costs a member on a day, by the shop's settings. Goods that cannot be bought are no matter of it. */
export function orderQuote(
  account: Account,
  lines: readonly CartLine[],
  coupons: readonly Coupon[],
  choices: Choices,
  settings: Settings,
  day: Day,
  freightFen = freightOf(lines, settings.shop),
): Result<Quote, OrderQuoteRefusal> {
  const cart = { lines, freightFen }
  const made = quote(cart, buyerOf(account, coupons, settings), rulesOf(settings), choices, day)
  if (!made.ok) return refuse(closer(made.error, coupons))
  const { points, lines: quoted } = made.value
  const worthFen = sumOf(quoted, ({ pointsOffFen }) => pointsOffFen)
  // Points would be gone, and nobody could say what for.
  if (points.used > 0 && worthFen === 0) return refuse({ code: 'POINTS_WORTHLESS' })
  return made
}

/** What the quote asks about a member; nothing of levels while they are off. */
function buyerOf(account: Account, coupons: readonly Coupon[], settings: Settings): Buyer {
  const holder = holderOf(account._id, account.tier, account.birthday, settings.tiers)
  return {
    facts: earningFacts(account, settings),
    benefits: holder ? benefitsOf(settings.benefits.benefits, holder) : [],
    coupons: coupons.map(heldOf),
    points: account.balances.points,
    balance: freeFunds(walletOf(account)),
  }
}

const rulesOf = ({ shop, points, wallet }: Settings): QuoteRules => ({
  discounts: shop.discounts,
  memberPrice: shop.memberPrice,
  toCash: points.toCash,
  spendingOrder: wallet.spendingOrder,
})

/** The quote knows only that no use is left: what keeps it from being used tells the member what to do. */
function closer(refusal: QuoteRefusal, coupons: readonly Coupon[]): OrderQuoteRefusal {
  if (refusal.code === 'CART_EMPTY') throw new Error('an order without goods: a caller refuses that')
  if (refusal.code !== 'COUPON_USED') return refusal
  const { couponId } = refusal
  const coupon = coupons.find(({ _id }) => _id === couponId)
  if (!coupon || usesLeft(coupon) > 0) return refusal
  if (coupon.state === 'voided') return { code: 'COUPON_VOIDED', couponId }
  if (coupon.state === 'expired')
    return { code: 'COUPON_EXPIRED', couponId, validUntil: coupon.validUntilDay }
  return coupon.heldBy.length > 0 ? { code: 'COUPON_LOCKED', couponId } : refusal
}
