import { addDays } from '@shared/kernel/day'
import fc from 'fast-check'
import { applyOrder, MOST_DAYS, MOST_LARGEST, type BoughtDay, type OrderChange } from './bought'
import { boughtIn } from './standardSpend'

const FIRST = '2026-01-01'
const come = (day: string, fen: number, imported = false): OrderChange => ({
  day,
  at: 0,
  seq: 1,
  imported,
  fromFen: null,
  toFen: fen,
})
const apply = (changes: readonly OrderChange[], mostDays?: number): readonly BoughtDay[] =>
  changes.reduce<readonly BoughtDay[]>((bought, change) => applyOrder(bought, change, mostDays), [])
const all = (bought: readonly BoughtDay[], from: string | null = null, imported = true) =>
  boughtIn(bought, { from, after: null, upTo: null }, imported)

interface Order {
  readonly day: string
  readonly imported: boolean
  readonly fen: number
  readonly refunds: readonly number[]
}

const anyOrder = (days: number): fc.Arbitrary<Order> =>
  fc.record({
    day: fc.nat(days).map((offset) => addDays(FIRST, offset)),
    imported: fc.boolean(),
    fen: fc.integer({ min: 1, max: 400 }),
    refunds: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }),
  })

/** The changes that an order brings with it, one after the other. */
function changesOf({ day, imported, fen, refunds }: Order): readonly OrderChange[] {
  const changes: OrderChange[] = [come(day, fen, imported)]
  let left = fen
  for (const part of refunds) {
    if (left === 0) break
    const toFen = Math.max(0, left - part)
    changes.push({ day, at: 0, seq: 1, imported, fromFen: left, toFen: toFen === 0 ? null : toFen })
    left = toFen
  }
  return changes
}

const netOf = (order: Order): number =>
  Math.max(0, order.fen - order.refunds.reduce((sum, fen) => sum + fen, 0))

function recount(orders: readonly Order[], from: string | null, imported: boolean) {
  const amounts = orders
    .filter((order) => (from === null || order.day >= from) && (imported || !order.imported))
    .map(netOf)
    .filter((fen) => fen > 0)
  return {
    fen: amounts.reduce((sum, fen) => sum + fen, 0),
    orders: amounts.length,
    largestFen: Math.max(0, ...amounts),
  }
}

test('what is kept by the day equals a recount of the orders, after any refunds and since any day', () => {
  fc.assert(
    fc.property(
      fc.array(anyOrder(60), { maxLength: 40 }),
      fc.option(fc.nat(61).map((offset) => addDays(FIRST, offset))),
      fc.boolean(),
      (orders, from, imported) => {
        const counted = all(apply(orders.flatMap(changesOf)), from, imported)
        expect(counted).toEqual(recount(orders, from, imported))
      },
    ),
  )
})

test('the order in which orders and refunds are booked makes no difference', () => {
  const interleaved = fc.array(anyOrder(10), { maxLength: 12 }).chain((orders) =>
    fc.tuple(
      fc.constant(orders),
      fc.shuffledSubarray(
        orders.flatMap((order, i) => changesOf(order).map(() => i)),
        { minLength: orders.reduce((sum, order) => sum + changesOf(order).length, 0) },
      ),
    ),
  )
  fc.assert(
    fc.property(interleaved, ([orders, turns]) => {
      const queues = orders.map((order) => [...changesOf(order)])
      const shuffled = turns.flatMap((i) => queues[i]?.shift() ?? [])
      expect(apply(shuffled)).toEqual(apply(orders.flatMap(changesOf)))
    }),
  )
})

test('days beyond the last ones kept are put together, whatever the order in which their orders come', () => {
  const orders = fc.array(fc.record({ offset: fc.nat(40), fen: fc.nat(100), imported: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(orders, fc.integer({ min: 0, max: 1_000 }), (list, turn) => {
      const changes = list.map(({ offset, fen, imported }) => come(addDays(FIRST, offset), fen, imported))
      const turned = [...changes.slice(turn % changes.length), ...changes.slice(0, turn % changes.length)]
      const bought = apply(changes, 5)
      expect(apply(turned, 5)).toEqual(bought)
      const days = [...new Set(changes.map(({ day }) => day))].sort()
      const kept = bought.filter(({ firstDay }) => firstDay === undefined)
      expect([...new Set(kept.map(({ day }) => day))]).toEqual(days.slice(-5))
      expect(all(bought).fen).toBe(list.reduce((sum, { fen }) => sum + fen, 0))
    }),
  )
})

test('the account stays small: so many days, and so many orders of a day', () => {
  const changes = Array.from({ length: MOST_DAYS + 200 }, (_, i) => come(addDays(FIRST, i), 10_000 + i))
  expect(apply(changes)).toHaveLength(MOST_DAYS + 1)
  const day = apply(Array.from({ length: 100 }, (_, i) => come(FIRST, i)))
  expect(day[0]).toMatchObject({ orders: 100, fen: 4_950 })
  expect(day[0]?.largest).toHaveLength(MOST_LARGEST)
})

test('a refund of the largest order brings up the next, and one of an order too small to be kept lowers the sum alone', () => {
  const many = Array.from({ length: 40 }, (_, i) => come(FIRST, i + 1))
  const refunded = apply([
    ...many,
    { day: FIRST, at: 0, seq: 1, imported: false, fromFen: 40, toFen: null },
    { day: FIRST, at: 0, seq: 1, imported: false, fromFen: 3, toFen: 1 },
  ])
  expect(refunded[0]).toMatchObject({ orders: 39, fen: 820 - 40 - 2 })
  expect(refunded[0]?.largest.slice(0, 2)).toEqual([39, 38])
})

test('what is not there cannot be refunded', () => {
  const one = apply([come(FIRST, 500)])
  const gone = (fromFen: number, day = FIRST): OrderChange => ({
    day,
    at: 0,
    seq: 1,
    imported: false,
    fromFen,
    toFen: null,
  })
  expect(() => applyOrder(one, gone(400))).toThrow('no order of 400 fen')
  expect(() => applyOrder(one, gone(500, '2026-01-02'))).toThrow('2026-01-02')
  expect(applyOrder(one, gone(500))).toEqual([])
})

test('an order of long ago is lowered and taken away where it has been put', () => {
  const old = apply(
    [come('2026-01-01', 500), come('2026-01-02', 300), come('2026-01-03', 100), come('2026-01-04', 50)],
    2,
  )
  expect(old[0]).toMatchObject({ firstDay: '2026-01-01', day: '2026-01-02', fen: 800, largest: [500, 300] })
  const change = { day: '2026-01-01', at: 0, seq: 1, imported: false }
  const lowered = applyOrder(old, { ...change, fromFen: 500, toFen: 200 }, 2)
  expect(lowered[0]).toMatchObject({ fen: 500, orders: 2, largest: [300, 200] })
  expect(applyOrder(lowered, { ...change, fromFen: 200, toFen: null }, 2)[0]).toMatchObject({
    fen: 300,
    orders: 1,
  })
})
