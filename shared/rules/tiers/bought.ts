import type { Day } from '@shared/kernel/day'

/** What a member bought on a day, by what was paid in the end and less what was refunded. Orders that an earlier system knew stand apart. */
export interface BoughtDay {
  readonly day: Day
  /** There only on what was bought long ago, which is kept as one: then this is its first day and `day` its last. */
  readonly firstDay?: Day
  readonly imported: boolean
  readonly fen: number
  readonly orders: number
  /** The amounts of its orders, the largest first. */
  readonly largest: readonly number[]
}

/** What happened to an order: it came (from null), it was lowered, or it was refunded whole (to null). */
export interface OrderChange {
  readonly day: Day
  /** When it was placed, in the store's time. */
  readonly at: number
  /** The number of the entry that it came with. */
  readonly seq: number
  readonly imported: boolean
  readonly fromFen: number | null
  readonly toFen: number | null
}

export interface Purchases {
  readonly fen: number
  readonly orders: number
  readonly largest: readonly number[]
}

export const NOTHING_BOUGHT: Purchases = { fen: 0, orders: 0, largest: [] }

/** So many days on which a member bought are told apart, the last ones: more than the longest window has. */
export const MOST_DAYS = 731

/** So many orders of a day are kept by their amount, the largest: a refund brings up the next one. */
export const MOST_LARGEST = 32

/**
 * What was bought with an order that came, was lowered or went; oldest day first. The same whatever the order of the
 * changes. Throws when more would be taken away than is there.
 */
export function applyOrder(
  bought: readonly BoughtDay[],
  change: OrderChange,
  mostDays: number = MOST_DAYS,
): readonly BoughtDay[] {
  const longAgo = longAgoUntil(bought)
  const isLongAgo = longAgo !== null && change.day <= longAgo
  const isIts = (each: BoughtDay): boolean =>
    each.imported === change.imported &&
    (isLongAgo ? each.firstDay !== undefined : each.firstDay === undefined && each.day === change.day)
  const there = bought.find(isIts)
  const changed = withChange(there ?? NOTHING_BOUGHT, change)
  const others = bought.filter((each) => each !== there)
  if (changed.orders === 0) return others
  const span = isLongAgo ? longAgoSpan(there, change.day) : { day: change.day }
  return gathered([...others, { ...span, imported: change.imported, ...changed }].sort(byDay), mostDays)
}

/** Purchases with an order that came, was lowered or went. */
export function withChange(purchases: Purchases, { day, fromFen, toFen }: OrderChange): Purchases {
  const fen = purchases.fen - (fromFen ?? 0) + (toFen ?? 0)
  const orders = purchases.orders - (fromFen === null ? 0 : 1) + (toFen === null ? 0 : 1)
  if (fen < 0 || orders < 0) throw new Error(`purchases of ${day} would be ${fen} fen in ${orders} orders`)
  const left = fromFen === null ? purchases.largest : without(purchases.largest, [fromFen])
  const isKnown = fromFen === null || left !== purchases.largest || hasMore(purchases)
  if (!isKnown) throw new Error(`there is no order of ${fromFen} fen on ${day}`)
  return { fen, orders, largest: toFen === null ? left : largestOf([...left, toFen]) }
}

/** True when some of the orders are not kept by their amount. */
function hasMore({ orders, largest }: Purchases): boolean {
  return orders > largest.length
}

/** The sum of several purchases. */
function sumOf(parts: readonly Purchases[]): Purchases {
  return {
    fen: parts.reduce((sum, { fen }) => sum + fen, 0),
    orders: parts.reduce((sum, { orders }) => sum + orders, 0),
    largest: largestOf(parts.flatMap(({ largest }) => largest)),
  }
}

/** What several purchases come to. */
export interface Totals {
  readonly fen: number
  readonly orders: number
  readonly largestFen: number
}

export function totalsOf(parts: readonly Purchases[]): Totals {
  let [fen, orders, largestFen] = [0, 0, 0]
  for (const part of parts) {
    fen += part.fen
    orders += part.orders
    largestFen = Math.max(largestFen, part.largest[0] ?? 0)
  }
  return { fen, orders, largestFen }
}

/** What is left of purchases without a part of them. */
export function minus(purchases: Purchases, part: Purchases): Purchases {
  return {
    fen: purchases.fen - part.fen,
    orders: purchases.orders - part.orders,
    largest: without(purchases.largest, part.largest),
  }
}

/** The same list when none of the amounts is in it. */
function without(amounts: readonly number[], gone: readonly number[]): readonly number[] {
  return gone.reduce<readonly number[]>((left, amount) => {
    const place = left.indexOf(amount)
    return place < 0 ? left : [...left.slice(0, place), ...left.slice(place + 1)]
  }, amounts)
}

function largestOf(amounts: readonly number[]): readonly number[] {
  return [...amounts].sort((a, b) => b - a).slice(0, MOST_LARGEST)
}

/** The last day that is not told apart any more; null when all are. */
export function longAgoUntil(bought: readonly BoughtDay[]): Day | null {
  const days = bought.flatMap((each) => (each.firstDay === undefined ? [] : [each.day]))
  return days.reduce<Day | null>((last, day) => (last !== null && last > day ? last : day), null)
}

function longAgoSpan(there: BoughtDay | undefined, day: Day): { day: Day; firstDay: Day } {
  if (!there) return { day, firstDay: day }
  const { firstDay = there.day } = there
  return { day: day > there.day ? day : there.day, firstDay: day < firstDay ? day : firstDay }
}

function byDay(a: BoughtDay, b: BoughtDay): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return Number(a.imported) - Number(b.imported)
}

/** Puts the oldest days together once there are too many. */
function gathered(bought: readonly BoughtDay[], mostDays: number): readonly BoughtDay[] {
  const days = [...new Set(bought.filter((each) => each.firstDay === undefined).map(({ day }) => day))]
  const oldestKept = days[days.length - mostDays]
  if (days.length <= mostDays || oldestKept === undefined) return bought
  const old = bought.filter(({ day }) => day < oldestKept)
  const longAgo = [false, true].flatMap((imported) => {
    const parts = old.filter((each) => each.imported === imported)
    const [first] = parts
    const last = parts.at(-1)
    if (!first || !last) return []
    const firstDay = parts.reduce((least, { firstDay: own = '', day }) => min(least, own || day), first.day)
    return [{ day: last.day, firstDay, imported, ...sumOf(parts) }]
  })
  return [...longAgo.sort(byDay), ...bought.filter(({ day }) => day >= oldestKept)]
}

const min = (a: Day, b: Day): Day => (a < b ? a : b)
