import { groupBy } from '@shared/kernel/groupBy'
import { generateHistory } from './history'
import { musicShop } from './musicShop'

// What is measured on the real data set, whose shape this is: see musicShop.
const history = generateHistory(musicShop(7, 8_000))
const byCustomer = groupBy(history, ({ customer }) => customer)
const customers = [...byCustomer.values()]

const quantile = (values: number[], share: number): number =>
  values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!

function expectAbout(found: number, expected: number, tolerance: number): void {
  expect(found).toBeGreaterThan(expected * (1 - tolerance))
  expect(found).toBeLessThan(expected * (1 + tolerance))
}

describe('a generated history has the shape of a real one', () => {
  it('in how many orders customers make', () => {
    expect(customers).toHaveLength(8_000)
    expectAbout(history.length / customers.length, 2.96, 0.1)
    const orders = customers.map((list) => list.length)
    expectAbout(quantile(orders, 0.9), 6, 0.2)
    expectAbout(quantile(orders, 0.99), 20, 0.2)
  })

  it('in how many come back on another day, and after how long', () => {
    const cameBack = customers.filter((list) => list[0]?.placedDay !== list.at(-1)?.placedDay)
    expectAbout(cameBack.length / customers.length, 0.489, 0.05)
    const gaps = customers.flatMap((list) =>
      list
        .slice(1)
        .map(({ placedDay }, i) => (Date.parse(placedDay) - Date.parse(list[i]!.placedDay)) / 86_400_000)
        .filter((days) => days > 0),
    )
    expectAbout(quantile(gaps, 0.25), 12, 0.3)
    expectAbout(quantile(gaps, 0.5), 34, 0.2)
    expectAbout(quantile(gaps, 0.9), 200, 0.2)
  })

  it('in amounts with a long tail', () => {
    const amounts = history.map(({ amountFen }) => amountFen)
    expectAbout(amounts.reduce((a, b) => a + b) / amounts.length, 3_589, 0.15)
    expectAbout(quantile(amounts, 0.5), 2_598, 0.2)
    expectAbout(quantile(amounts, 0.99), 17_307, 0.25)
    const totals = customers.map((list) => list.reduce((sum, { amountFen }) => sum + amountFen, 0))
    expectAbout(quantile(totals, 0.5), 4_347, 0.2)
    expectAbout(quantile(totals, 0.9), 24_277, 0.2)
    expectAbout(quantile(totals, 0.99), 91_924, 0.3)
  })

  it('in orders that cost nothing and orders just like another', () => {
    const free = history.filter(({ amountFen }) => amountFen === 0)
    expectAbout(free.length / history.length, 80 / 69_659, 0.6)
    const different = new Set(history.map((row) => JSON.stringify(row)))
    expectAbout((history.length - different.size) / history.length, 255 / 69_659, 0.5)
  })

  it('in its days: everybody comes in the first quarter of eighteen months', () => {
    for (const list of customers) {
      expect(list[0]!.placedDay >= '2021-01-01' && list[0]!.placedDay <= '2021-03-31').toBe(true)
      expect(list.at(-1)!.placedDay <= '2022-06-30').toBe(true)
      expect(list.map(({ placedDay }) => placedDay)).toEqual(list.map(({ placedDay }) => placedDay).sort())
    }
  })
})

it('is the same for a seed, another for another, and a larger shop has the customers of a smaller one', () => {
  const small = generateHistory(musicShop(7, 50))
  expect(small).toEqual(history.slice(0, small.length))
  expect(generateHistory(musicShop(8, 50))).not.toEqual(small)
})
