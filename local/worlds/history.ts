import { addDays, type Day } from '@shared/kernel/day'
import type { OrderRow } from '@shared/rules/orders/orderRow'
import { randomOf, type Random } from './random'

export interface Basket {
  readonly quantity: number
  readonly amountFen: number
}

/** How one customer buys. */
export interface Shopper {
  /** The day of the first order, counted from the beginning of the history; a fraction is cut off. */
  readonly arrivesAt: number
  readonly ordersPerDay: number
  /** The chance to stay away for good after an order. */
  readonly leavingChance: number
  readonly fillBasket: () => Basket
}

/** Which customers a shop has. */
export interface Shop {
  readonly seed: number
  readonly customers: number
  /** The history ends with this day. */
  readonly lastDay: Day
  readonly days: number
  /** The chance that an order is followed by another on its day, and that this one is just like it. */
  readonly again: { readonly sameDay: number; readonly identical: number }
  /** Customers are numbered from 1. */
  readonly shopper: (random: Random, customer: number) => Shopper
}

/**
 * A generated history, one customer after the other and oldest first. Customers buy at a steady rate of their own until
 * they stay away: the BG/NBD model of customer-base analysis. A customer depends on the seed and the own number alone,
 * so a larger shop has the customers of a smaller one.
 */
export function generateHistory(shop: Shop): OrderRow[] {
  return Array.from({ length: shop.customers }, (_, i) => customerHistory(shop, i + 1)).flat()
}

function customerHistory(shop: Shop, number: number): OrderRow[] {
  const random = randomOf(shop.seed, number)
  const shopper = shop.shopper(random, number)
  const customer = String(number).padStart(5, '0')
  const firstDay = addDays(shop.lastDay, 1 - shop.days)
  return orderDays(shopper, shop.days, random).flatMap((day) => {
    const placedDay = addDays(firstDay, day)
    const order = (): OrderRow => ({ customer, placedDay, ...shopper.fillBasket() })
    const first = order()
    const orders = [first]
    while (random.chance(shop.again.sameDay))
      orders.push(random.chance(shop.again.identical) ? first : order())
    return orders
  })
}

/** Days from the beginning of the history, ascending. */
function orderDays(
  { arrivesAt, ordersPerDay, leavingChance }: Shopper,
  days: number,
  random: Random,
): number[] {
  const list: number[] = []
  for (let at = arrivesAt; at < days; at += random.exponential() / ordersPerDay) {
    list.push(Math.floor(at))
    // Nobody is gone after the first order: the model counts from there.
    if (list.length > 1 && random.chance(leavingChance)) break
  }
  return list
}
