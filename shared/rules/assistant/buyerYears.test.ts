import { figuresOf, yearsUpTo, type BuyerYears } from './buyerYears'

const buyer = (thisYearFen: number, orders: number, cameBack = false): BuyerYears => ({
  lastYearFen: 0,
  thisYearFen,
  orders,
  cameBack,
})

test('the last 12 months end today, and the 12 before them follow without a gap', () => {
  expect(yearsUpTo('2022-06-30')).toEqual({
    thisYear: { from: '2021-07-01', to: '2022-06-30' },
    lastYear: { from: '2020-07-01', to: '2021-06-30' },
  })
  expect(yearsUpTo('2024-02-29')).toEqual({
    thisYear: { from: '2023-03-01', to: '2024-02-29' },
    lastYear: { from: '2022-03-01', to: '2023-02-28' },
  })
})

test('an average order is rounded half up, and who got all back or paid nothing is no buyer', () => {
  expect(figuresOf([buyer(1_001, 1), buyer(2_000, 1, true), buyer(0, 2, true), buyer(0, 0)])).toEqual({
    buyers: 2,
    orders: 4,
    averageOrderFen: 750,
    repurchaseRateBp: 5_000,
  })
  expect(figuresOf([buyer(1_001, 2)]).averageOrderFen).toBe(501)
})

test('a store without orders tells neither an average nor a rate', () => {
  const old = { lastYearFen: 5_000, thisYearFen: 0, orders: 0, cameBack: false }
  expect(figuresOf([old])).toEqual({ buyers: 0, orders: 0, averageOrderFen: null, repurchaseRateBp: null })
})
