import fc from 'fast-check'
import type { SpendingOrder } from './settings'
import { split } from './split'

const there = { principalFen: 10_000, bonusFen: 2_000 }

test.each<[SpendingOrder, number, number]>([
  ['proportional', 5_000, 1_000],
  ['principalFirst', 6_000, 0],
  ['bonusFirst', 4_000, 2_000],
])('%s: 60 yuan of 100 and 20', (order, principalFen, bonusFen) => {
  expect(split(6_000, there, order)).toEqual({ principalFen, bonusFen })
})

test('principal first goes on with bonus, and bonus first with principal', () => {
  expect(split(11_000, there, 'principalFirst')).toEqual({ principalFen: 10_000, bonusFen: 1_000 })
  expect(split(2_500, there, 'bonusFirst')).toEqual({ principalFen: 500, bonusFen: 2_000 })
})

test('a half of a fen of bonus rounds up', () => {
  expect(split(3, { principalFen: 50, bonusFen: 50 }, 'proportional')).toEqual({
    principalFen: 1,
    bonusFen: 2,
  })
})

test('adds up to the amount, and asks of neither kind more than there is', () => {
  const orders = fc.constantFrom<SpendingOrder>('proportional', 'principalFirst', 'bonusFirst')
  const fen = fc.nat(1_000_000_000)
  fc.assert(
    fc.property(fen, fen, fc.nat(1_000_000), orders, (principalFen, bonusFen, share, order) => {
      const amountFen = Math.floor(((principalFen + bonusFen) * share) / 1_000_000)
      const funds = split(amountFen, { principalFen, bonusFen }, order)
      expect(funds.principalFen + funds.bonusFen).toBe(amountFen)
      expect(funds.principalFen).toBeGreaterThanOrEqual(0)
      expect(funds.principalFen).toBeLessThanOrEqual(principalFen)
      expect(funds.bonusFen).toBeGreaterThanOrEqual(0)
      expect(funds.bonusFen).toBeLessThanOrEqual(bonusFen)
    }),
  )
})
