import type { Day } from '@shared/kernel/day'
import type { Basket, Shop, Shopper } from './history'
import type { Random } from './random'

/**
 * A shop of the shape of the CDNOW purchase history, the public data set of an online music shop: everybody comes in
 * its first quarter, half of them on one day only, and few spend much. For tests that want a real shop's history at any
 * size.
 */
export function musicShop(seed: number, customers: number, lastDay: Day = '2022-06-30'): Shop {
  return {
    seed,
    customers,
    lastDay,
    days: 546,
    again: { sameDay: 0.03, identical: 0.12 },
    shopper: musicLover,
  }
}

const QUARTER_DAYS = 90
const FREE_SHARE = 0.00115

/** The rates are those that Fader, Hardie and Lee (2005) found for this data, in days instead of weeks. */
function musicLover(random: Random): Shopper {
  return {
    arrivesAt: random.next() * QUARTER_DAYS,
    ordersPerDay: random.gamma(0.243) / 30.9,
    leavingChance: random.beta(0.793, 2.426),
    fillBasket: discs(random),
  }
}

/** How many discs differs between people more than between one person's orders. */
function discs(random: Random): () => Basket {
  const oneMore = random.beta(3.4, 4)
  return () => {
    let quantity = 1
    while (quantity < 99 && random.chance(oneMore)) quantity++
    const eachFen = Math.round(1_560 * Math.exp(0.35 * random.normal()))
    return { quantity, amountFen: random.chance(FREE_SHARE) ? 0 : quantity * eachFen }
  }
}
