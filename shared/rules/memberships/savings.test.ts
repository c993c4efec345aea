import * as fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import type { Benefit } from '../benefits/benefit'
import { benefit, NOTHING_ASKED } from './exampleMembership'
import { savingsOf, type PastOrder } from './savings'

const TODAY = '2026-06-30'
const YEAR = { levelId: 'gold', priceFen: 29_900, validDays: 365 }
const order = (id: string, day: string, more: Partial<PastOrder> = {}): PastOrder => ({
  id,
  day,
  quantity: 1,
  listFen: 10_000,
  offFen: 0,
  paidFen: 10_000,
  freightFen: 1_000,
  points: 100,
  ...more,
})
const tenOff = benefit('off', 'gold', { of: 'discount', rateBp: 9_000, ...NOTHING_ASKED }, 'paidOnly')
const twicePoints = benefit('points', 'gold', { of: 'pointsMultiplier', rateBp: 20_000 })
const twoFree = benefit('free', 'gold', { of: 'freeShippingQuota', perMonth: 2, ...NOTHING_ASKED })
const savings = (orders: PastOrder[], ...benefits: Benefit[]) => savingsOf(orders, YEAR, benefits, 1, TODAY)

test('ten per cent, two deliveries a month and twice the points on five orders', () => {
  const orders = [
    order('a', '2026-05-03'),
    order('b', '2026-06-01', { listFen: 30_000, paidFen: 30_000, points: 300 }),
    order('c', '2026-06-02', { freightFen: 0 }),
    order('d', '2026-06-10'),
    order('e', '2026-06-20'),
  ]
  expect(savings(orders, tenOff, twoFree, twicePoints)).toMatchObject({
    from: '2025-07-01',
    to: TODAY,
    orders: 5,
    discountFen: 7_000,
    freightFen: 3_000,
    savedFen: 10_000,
    points: 700,
    netFen: -19_900,
    each: [
      { id: 'a', discountFen: 1_000, freightFen: 1_000, points: 100 },
      { id: 'b', discountFen: 3_000, freightFen: 1_000, points: 300 },
      { id: 'c', discountFen: 1_000, freightFen: 0 },
      { id: 'd', freightFen: 1_000 },
      { id: 'e', freightFen: 0 },
    ],
  })
})

test('only what it would have taken off beyond what was taken off anyway', () => {
  const had = (offFen: number) => savings([order('a', TODAY, { offFen, paidFen: 10_000 - offFen })], tenOff)
  expect([had(0), had(400), had(1_000), had(2_000)].map(({ discountFen }) => discountFen)).toEqual([
    1_000, 600, 0, 0,
  ])
  expect(had(2_000).each).toEqual([])
  expect(savings([order('a', TODAY, { paidFen: 300 })], tenOff).discountFen).toBe(300)
})

test('of two discounts the better, and none whose condition was not met', () => {
  const large = benefit('large', 'gold', {
    of: 'discount',
    rateBp: 8_000,
    ...NOTHING_ASKED,
    requirement: { of: 'minimumAmount', amountFen: 20_000 },
  })
  const many = benefit('many', 'gold', {
    of: 'discount',
    rateBp: 7_000,
    ...NOTHING_ASKED,
    requirement: { of: 'minimumQuantity', quantity: 3 },
  })
  const off = (more: Partial<PastOrder>) =>
    savings([order('a', TODAY, more)], tenOff, large, many).discountFen
  expect([off({}), off({ listFen: 20_000, paidFen: 20_000 }), off({ quantity: 3 })]).toEqual([
    1_000, 4_000, 3_000,
  ])
})

test('as long back as it lasts, today included, and nothing of other levels', () => {
  const orders = ['2025-06-30', '2025-07-01', TODAY, '2026-07-01'].map((day) => order(day, day))
  expect(savings(orders, tenOff)).toMatchObject({ orders: 2, discountFen: 2_000 })
  expect(savings(orders, { ...tenOff, levelId: 'plus' })).toMatchObject({ savedFen: 0, netFen: -29_900 })
})

const orders = fc.array(
  fc
    .record({
      ago: fc.nat(500),
      listFen: fc.integer({ min: 1, max: 1_000_000 }),
      offBp: fc.nat(5_000),
      freightFen: fc.nat(2_000),
      points: fc.nat(500),
      quantity: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ ago, listFen, offBp, ...rest }) => {
      const offFen = Math.floor((listFen * offBp) / 10_000)
      return { ...rest, day: addDays(TODAY, -ago), listFen, offFen, paidFen: listFen - offFen }
    }),
  { maxLength: 30 },
)

test('whatever was bought, nothing is saved that was not paid, and the lines add up', () => {
  fc.assert(
    fc.property(orders, (made) => {
      const numbered = made.map((each, i) => ({ ...each, id: `${i}` }))
      const found = savings(numbered, tenOff, twoFree, twicePoints)
      const sums = { discountFen: 0, freightFen: 0, points: 0 }
      for (const line of found.each) {
        const paid = numbered.find(({ id }) => id === line.id)!
        expect(line.discountFen).toBeLessThanOrEqual(paid.paidFen)
        expect([0, paid.freightFen]).toContain(line.freightFen)
        for (const key of ['discountFen', 'freightFen', 'points'] as const) {
          expect(line[key]).toBeGreaterThanOrEqual(0)
          sums[key] += line[key]
        }
      }
      expect(found).toMatchObject(sums)
      expect(found.netFen).toBe(sums.discountFen + sums.freightFen - YEAR.priceFen)
    }),
  )
})
