import type { Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Account } from '../account/account'
import type { Coupon } from '../coupons/coupon'
import { earningFacts } from '../earning/facts'
import { tell } from '../messages/tell'
import { bookSale } from '../orders/bookSale'
import type { SaleDocument } from '../orders/order'
import { spendPoints, type Occasion } from '../orders/recordSale'
import { takeEarliest } from '../points/take'
import type { CartLine } from '../quote/cart'
import { addPaid } from '../quote/paid'
import type { Choices } from '../quote/quote'
import type { Quote } from '../quote/quoted'
import { sameQuote, seenOf, type QuoteChange, type SeenQuote } from '../quote/sameQuote'
import type { Settings } from '../settings/settings'
import { moveCoupons } from '../shopOrders/coupons'
import { orderQuote, type OrderQuoteRefusal } from '../shopOrders/orderQuote'
import { spend } from '../wallet/spend'
import { walletOf, type Part } from '../wallet/wallet'
import {
  CONFIRM_WITHIN_MS,
  standingAt,
  takenFen,
  type ChargedSale,
  type CounterSale,
  type CounterStanding,
} from './counterSale'
import { waitingMessage } from './tell'

/** What a till asks a member for, and what it showed that it costs. */
export interface Charge {
  readonly saleId: string
  readonly lines: readonly CartLine[]
  readonly choices: Choices
  readonly seen: SeenQuote
  readonly by: `staff:${string}`
}

/** What a charge leaves behind of each document; no order while the member has not confirmed. */
export interface Charged {
  readonly account: Account
  readonly sale: CounterSale
  readonly order: SaleDocument | null
  readonly coupons: readonly Coupon[]
}

export type ChargeRefusal =
  OrderQuoteRefusal | { readonly code: 'QUOTE_CHANGED'; readonly changes: readonly QuoteChange[] }

/** Goods that are handed over at the counter: nothing is sent. */
export const counterQuote = (
  account: Account,
  lines: readonly CartLine[],
  coupons: readonly Coupon[],
  choices: Choices,
  settings: Settings,
  day: Day,
): Result<Quote, OrderQuoteRefusal> => orderQuote(account, lines, coupons, choices, settings, day, 0)

/**
 * Charges a member on a settled account what the till showed: stored value, points and coupons are gone, the rest is cash
 * at the till. Above the limit it waits for the member to confirm, and nothing is taken.
 */
export function charge(
  account: Account,
  wish: Charge,
  coupons: readonly Coupon[],
  settings: Settings,
  occasion: Occasion,
): Result<Charged, ChargeRefusal> {
  const { saleId, lines, choices, by } = wish
  const made = counterQuote(account, lines, coupons, choices, settings, occasion.today)
  if (!made.ok) return made
  const same = sameQuote(wish.seen, seenOf(made.value))
  if (!same.ok) return same
  const sale = {
    _id: saleId,
    schemaVersion: 1,
    member: account._id,
    by,
    askedAt: occasion.at,
    lines,
    choices,
    quote: made.value,
  } as const
  const { confirmAboveFen } = settings.counter
  if (confirmAboveFen === null || takenFen(made.value) <= confirmAboveFen)
    return ok(paid(account, { ...sale, ...chargedAt(occasion) }, coupons, settings, occasion))
  const waiting = { ...sale, state: 'waiting', lapsesAt: occasion.at + CONFIRM_WITHIN_MS } as const
  const told = tell(account, waitingMessage(waiting, occasion.today))
  return ok({ account: told, sale: waiting, order: null, coupons: [] })
}

export interface Ended {
  readonly code: 'COUNTER_SALE_OVER'
  readonly standing: CounterStanding
}

/** The member's own yes: what was shown is charged, and refused when it is not the same any more. */
export function confirm(
  account: Account,
  sale: CounterSale,
  coupons: readonly Coupon[],
  settings: Settings,
  occasion: Occasion,
): Result<Charged, ChargeRefusal | Ended> {
  const standing = standingAt(sale, occasion.at)
  if (standing !== 'waiting') return refuse({ code: 'COUNTER_SALE_OVER', standing })
  const made = counterQuote(account, sale.lines, coupons, sale.choices, settings, occasion.today)
  if (!made.ok) return made
  const same = sameQuote(seenOf(sale.quote), seenOf(made.value))
  if (!same.ok) return same
  const { _id, schemaVersion, member, by, askedAt, lines, choices } = sale
  const kept = { _id, schemaVersion, member, by, askedAt, lines, choices, quote: made.value }
  return ok(paid(account, { ...kept, ...chargedAt(occasion) }, coupons, settings, occasion))
}

/** Ends what waits: the member's no, or the till's. */
export function end(
  sale: CounterSale,
  how: 'declined' | 'withdrawn',
  at: number,
): Result<CounterSale, Ended> {
  if (sale.state === how) return ok(sale)
  const standing = standingAt(sale, at)
  if (standing !== 'waiting') return refuse({ code: 'COUNTER_SALE_OVER', standing })
  const { _id, schemaVersion, member, by, askedAt, lines, choices, quote } = sale
  return ok({ _id, schemaVersion, member, by, askedAt, lines, choices, quote, state: how, endedAt: at })
}

const chargedAt = ({ at }: Occasion) => ({ state: 'charged', chargedAt: at, refunds: [] }) as const

function paid(
  account: Account,
  sale: ChargedSale,
  coupons: readonly Coupon[],
  settings: Settings,
  occasion: Occasion,
): Charged {
  const { quote, _id } = sale
  const byPoints = withoutPoints(account, sale, settings, occasion)
  const byWallet = withoutFunds(byPoints.account, quote, settings)
  const placing = {
    source: 'counter',
    placedAt: occasion.at,
    placedDay: occasion.today,
    facts: earningFacts(account, settings),
    isCapped: true,
    ...(byWallet.parts.length > 0 ? { tender: tenderOf(quote, byWallet.parts) } : {}),
  }
  const booked = bookSale(byWallet.account, soldOf(sale), placing, byPoints.used, settings, occasion)
  const chosen = coupons.filter((coupon) => sale.choices.coupons.includes(coupon._id))
  const locked = moveCoupons(chosen, 'lock', _id, occasion.today)
  return {
    account: booked.account,
    sale,
    order: booked.order,
    coupons: moveCoupons(locked, 'use', _id, occasion.today),
  }
}

function withoutPoints(
  account: Account,
  { _id, quote }: ChargedSale,
  settings: Settings,
  occasion: Occasion,
) {
  const taken = takeEarliest(account.lots, quote.points.used)
  if (!taken.ok) throw new Error(`${taken.error.missing} points are missing that were quoted`)
  const used = {
    points: quote.points.used,
    amountFen: sumOf(quote.lines, ({ pointsOffFen }) => pointsOffFen),
    taken: taken.value,
  }
  return {
    used,
    account: used.points > 0 ? spendPoints(account, _id, used, settings, occasion) : account,
  }
}

function withoutFunds(
  account: Account,
  { paid: { principal, bonus } }: Quote,
  { wallet: { spendingOrder } }: Settings,
): { account: Account; parts: readonly Part[] } {
  if (principal + bonus === 0) return { account, parts: [] }
  const spent = spend(walletOf(account), principal + bonus, spendingOrder)
  if (!spent.ok) throw new Error(`${spent.error.missingFen} fen are missing that were quoted`)
  return { account: { ...account, wallet: spent.value.wallet }, parts: spent.value.parts }
}

const tenderOf = ({ lines, freight }: Quote, parts: readonly Part[]) => ({
  goods: addPaid(lines.map((line) => line.paid)),
  freight: freight.paid,
  parts,
})

function soldOf({ _id, quote }: ChargedSale) {
  return {
    orderId: _id,
    externalId: _id,
    lines: quote.lines.map(({ category, product, quantity, pointsOffFen, paidFen }) => ({
      category,
      // A line that was typed in is no product.
      product: product === '' ? null : product,
      quantity,
      amountFen: paidFen + pointsOffFen,
      deductedFen: pointsOffFen,
      paidFen,
    })),
    freightFen: 0,
    points: quote.points.used,
  }
}
