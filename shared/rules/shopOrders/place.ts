import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Coupon } from '../coupons/coupon'
import { spendPoints, type Occasion } from '../orders/recordSale'
import { takeEarliest } from '../points/take'
import type { CartLine } from '../quote/cart'
import { sameQuote, seenOf, type QuoteChange, type SeenQuote } from '../quote/sameQuote'
import type { Choices } from '../quote/quote'
import type { Quote } from '../quote/quoted'
import type { Settings } from '../settings/settings'
import { hold, type HoldRefusal } from '../wallet/hold'
import { walletOf } from '../wallet/wallet'
import { moveCoupons } from './coupons'
import { orderQuote, type OrderQuoteRefusal } from './orderQuote'
import { payOrder, type PaidOrder } from './pay'
import { PAY_WITHIN_MS, SHOP_ORDER_ID, type Address, type OrderedGoods, type ShopOrder } from './shopOrder'

/** What a member wants to order, and what they saw that it costs. */
export interface Wish {
  readonly orderId: string
  readonly lines: readonly { readonly line: CartLine; readonly goods: OrderedGoods }[]
  readonly choices: Choices
  readonly seen: SeenQuote
  readonly address: Address
  readonly note: string
}

export type PlaceRefusal =
  | OrderQuoteRefusal
  | { readonly code: 'QUOTE_CHANGED'; readonly changes: readonly QuoteChange[] }
  | HoldRefusal

/**
 * Places an order on a settled account, for goods that are held for it: the quote is made anew and must be the one that
 * was seen; points are spent, balance is held and coupons are locked. One for which nothing is left to pay is paid at
 * once. `coupons` are those chosen.
 */
export function placeOrder(
  account: Account,
  wish: Wish,
  coupons: readonly Coupon[],
  settings: Settings,
  occasion: Occasion,
): Result<PaidOrder, PlaceRefusal> {
  const { orderId, choices } = wish
  if (!SHOP_ORDER_ID.test(orderId)) throw new RangeError(`an order cannot be called ${orderId}`)
  const lines = wish.lines.map(({ line }) => line)
  const made = orderQuote(account, lines, coupons, choices, settings, occasion.today)
  if (!made.ok) return made
  const same = sameQuote(wish.seen, seenOf(made.value))
  if (!same.ok) return same
  const held = withHeld(account, orderId, made.value, settings, occasion)
  if (!held.ok) return held
  const chosen = coupons.filter(({ _id }) => choices.coupons.includes(_id))
  const locked = moveCoupons(chosen, 'lock', orderId, occasion.today)
  const order = newOrder(account._id, wish, made.value, held.value.taken, settings, occasion)
  const placed = { account: held.value.account, order, coupons: locked, sale: null }
  return ok(made.value.isPaidAtOnce ? paidAtOnce(placed, settings, occasion) : placed)
}

function paidAtOnce(
  { account, order, coupons }: PaidOrder,
  settings: Settings,
  occasion: Occasion,
): PaidOrder {
  return payOrder(account, order, coupons, settings, occasion, {
    at: occasion.at,
    day: occasion.today,
  })
}

type Held = { readonly account: Account; readonly taken: ShopOrder['pointsTaken'] }

/** Points leave the account now, and come back if nobody pays; of the balance it is settled which fen they will be. */
function withHeld(
  account: Account,
  orderId: string,
  { points, lines, paid }: Quote,
  settings: Settings,
  occasion: Occasion,
): Result<Held, HoldRefusal> {
  const amountFen = paid.principal + paid.bonus
  const wallet = walletOf(account)
  const holding =
    amountFen > 0
      ? hold(wallet, { orderId, at: occasion.at, amountFen }, settings.wallet.spendingOrder)
      : ok(wallet)
  if (!holding.ok) return refuse(holding.error)
  const next = amountFen > 0 ? { ...account, wallet: holding.value } : account
  if (points.used === 0) return ok({ account: next, taken: [] })
  const taken = takeEarliest(account.lots, points.used)
  if (!taken.ok) throw new Error(`${taken.error.missing} points are missing that were quoted`)
  const worthFen = sumOf(lines, ({ pointsOffFen }) => pointsOffFen)
  const used = { points: points.used, amountFen: worthFen, taken: taken.value }
  return ok({ account: spendPoints(next, orderId, used, settings, occasion), taken: taken.value })
}

function newOrder(
  member: string,
  { orderId, lines, choices, address, note }: Wish,
  quote: Quote,
  pointsTaken: ShopOrder['pointsTaken'],
  { shop, tiers, benefits, points, wallet }: Settings,
  { today, at }: Occasion,
): ShopOrder {
  return {
    _id: orderId,
    schemaVersion: 1,
    version: 1,
    member,
    state: 'awaitingPayment',
    placedAt: at,
    placedDay: today,
    payUntil: at + PAY_WITHIN_MS,
    dueAt: 0,
    goods: lines.map(({ goods }) => goods),
    choices,
    quote,
    pointsTaken,
    address,
    note,
    shipping: null,
    events: [{ at, what: 'placed' }],
    refundAsked: null,
    askedAt: 0,
    refunds: [],
    rules: {
      shop: shop.version,
      tiers: tiers.version,
      benefits: benefits.version,
      points: points.version,
      wallet: wallet.version,
    },
  }
}

/** True where an order is what a member now wishes for again, by the same request. */
export function isSameWish(
  order: ShopOrder,
  member: string,
  wish: Omit<Wish, 'orderId' | 'seen' | 'lines'> & {
    readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  },
): boolean {
  const placed = [order.goods.map(({ sku }, i) => [sku, order.quote.lines[i]?.quantity]), contentOf(order)]
  const wished = [wish.lines.map(({ sku, quantity }) => [sku, quantity]), contentOf(wish)]
  return order.member === member && JSON.stringify(placed) === JSON.stringify(wished)
}

function contentOf({ choices, address, note }: Pick<ShopOrder, 'choices' | 'address' | 'note'>): unknown {
  const { coupons, points, balance } = choices
  return [
    [coupons, points, balance.of, balance.of === 'upTo' ? balance.amountFen : 0],
    [address.name, address.phone, address.region, address.street],
    note,
  ]
}
