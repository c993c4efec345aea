import type { Day } from '@shared/kernel/day'
import type { Basket, Shop, Shopper } from './history'
import { GOODS } from './goods'
import type { Random } from './random'

/** One way of being a customer. */
interface Habit {
  /** How many customers of 1,000 have it. */
  readonly share: number
  readonly daysBetweenOrders: number
  readonly leavingChance: number
  /** Different goods in a basket, on average. */
  readonly goods: number
  /** Of each of them, on average. */
  readonly ofEach: number
}

const HABITS = {
  passerBy: { share: 560, daysBetweenOrders: 200, leavingChance: 0.5, goods: 1.5, ofEach: 1.2 },
  neighbour: { share: 320, daysBetweenOrders: 45, leavingChance: 0.06, goods: 2, ofEach: 1.3 },
  weekly: { share: 80, daysBetweenOrders: 15, leavingChance: 0.02, goods: 2.2, ofEach: 1.4 },
  devoted: { share: 30, daysBetweenOrders: 9, leavingChance: 0.005, goods: 2.6, ofEach: 2 },
  teaRoom: { share: 8, daysBetweenOrders: 8, leavingChance: 0.002, goods: 3.5, ofEach: 4.5 },
  office: { share: 2, daysBetweenOrders: 6, leavingChance: 0, goods: 4, ofEach: 12 },
} as const satisfies Record<string, Habit>

/** Customers whom somebody at the laptop can be, so they are the same in every world: here from the first days on. */
export const DEVOTED_CUSTOMER = 1
export const STEADY_CUSTOMER = 2
const OF_NOTE: Readonly<Record<number, Habit>> = {
  [DEVOTED_CUSTOMER]: HABITS.devoted,
  [STEADY_CUSTOMER]: HABITS.weekly,
}

const EIGHTEEN_MONTHS_DAYS = 548
const FAVOURITES = 7

/** A shop on the corner that has its regulars, few of them very loyal, and new faces every day up to the last. */
export function cornerShop(seed: number, customers: number, lastDay: Day): Shop {
  const days = EIGHTEEN_MONTHS_DAYS
  return { seed, customers, lastDay, days, again: { sameDay: 0.01, identical: 0.3 }, shopper }
}

function shopper(random: Random, customer: number): Shopper {
  const noted = OF_NOTE[customer]
  const habit = noted ?? anyHabit(random)
  return {
    arrivesAt: random.next() * (noted ? 7 : EIGHTEEN_MONTHS_DAYS),
    // People of one habit differ too: most are within half and double of it.
    ordersPerDay: Math.exp(0.35 * random.normal()) / habit.daysBetweenOrders,
    leavingChance: habit.leavingChance,
    fillBasket: baskets(random, habit),
  }
}

function anyHabit(random: Random): Habit {
  let rest = random.next() * 1_000
  for (const habit of Object.values(HABITS)) {
    rest -= habit.share
    if (rest < 0) return habit
  }
  return HABITS.passerBy
}

/** Everybody has some favourites and buys from those. */
function baskets(random: Random, habit: Habit): () => Basket {
  const favourites = Array.from({ length: FAVOURITES }, () => random.pick(GOODS))
  return () => {
    let quantity = 0
    let amountFen = 0
    for (let lines = about(random, habit.goods); lines > 0; lines--) {
      const pieces = about(random, habit.ofEach)
      quantity += pieces
      amountFen += pieces * random.pick(favourites).priceFen
    }
    return { quantity, amountFen }
  }
}

/** A whole number from 1 that is this on average, and seldom much more. */
function about(random: Random, mean: number): number {
  return 1 + Math.floor(random.exponential() / Math.log(mean / (mean - 1)))
}
