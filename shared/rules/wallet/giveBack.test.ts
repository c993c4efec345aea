import fc from 'fast-check'
import { leftOf, toppedUp } from './exampleWallet'
import { giveBack } from './giveBack'
import type { SpendingOrder } from './settings'
import { spend } from './spend'
import { split } from './split'
import { fundsOf, type Funds, type Part, type Wallet } from './wallet'

const two = toppedUp({ id: 'a', paidFen: 3_000, bonusFen: 500 }, { id: 'b', paidFen: 7_000, bonusFen: 1_500 })

function paid(wallet: Wallet, amountFen: number, order: SpendingOrder = 'proportional') {
  const answer = spend(wallet, amountFen, order)
  if (!answer.ok) throw new Error('refused')
  return answer.value
}

const NOTHING: Funds = { principalFen: 0, bonusFen: 0 }

/** An amount in the proportion that was paid. */
const shareOf = (parts: readonly Part[], amountFen: number): Funds =>
  split(amountFen, fundsOf(parts), 'proportional')

test('goes where it came from, what was taken last first, each kind in the proportion that was paid', () => {
  const { wallet, parts } = paid(two, 6_000)
  expect(leftOf(wallet)).toEqual({ a: [0, 0], b: [5_000, 1_000] })
  const back = giveBack(wallet, parts, NOTHING, shareOf(parts, 3_000))
  expect(back.parts).toEqual([
    { lotId: 'b', principalFen: 2_000, bonusFen: 500 },
    { lotId: 'a', principalFen: 500, bonusFen: 0 },
  ])
})

test('never more than was paid', () => {
  const { wallet, parts } = paid(two, 6_000)
  const before = { principalFen: 4_000, bonusFen: 600 }
  const back = (principalFen: number, bonusFen: number) => () =>
    giveBack(wallet, parts, before, { principalFen, bonusFen })
  expect(back(1_001, 0)).toThrow(/1001 fen of 1000 principal/)
  expect(back(0, 401)).toThrow(/401 fen of 400 bonus/)
  expect(back(-1, 0)).toThrow(/-1 fen/)
  expect(fundsOf(back(1_000, 400)().parts)).toEqual({ principalFen: 1_000, bonusFen: 400 })
})

const fen = fc.integer({ min: 1, max: 100_000 })
const anyWallet = fc
  .array(fc.record({ paidFen: fen, bonusFen: fc.nat(50_000) }), { minLength: 1, maxLength: 6 })
  .map((topUps) => toppedUp(...topUps.map((each, i) => ({ ...each, id: `t${i}` }))))
const orders = fc.constantFrom<SpendingOrder>('proportional', 'principalFirst', 'bonusFirst')

test('spending and giving back whole leaves the wallet as it was', () => {
  fc.assert(
    fc.property(anyWallet, fc.nat(1_000), orders, (wallet, share, order) => {
      const { principalFen, bonusFen } = total(wallet)
      const amountFen = Math.floor(((principalFen + bonusFen) * share) / 1_000)
      const { wallet: left, parts } = paid(wallet, amountFen, order)
      expect(giveBack(left, parts, NOTHING, fundsOf(parts)).wallet).toEqual(wallet)
    }),
  )
})

test('any sequence of parts ends where one whole ends', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(anyWallet, shares, orders, (wallet, weights, order) => {
      const { principalFen, bonusFen } = total(wallet)
      const spent = paid(wallet, principalFen + bonusFen, order)
      const sum = weights.reduce((a, b) => a + b, 0)
      let next = spent.wallet
      let backFen = 0
      for (const [i, weight] of weights.entries()) {
        const rest = principalFen + bonusFen - backFen
        const part = i === weights.length - 1 ? rest : Math.floor(((principalFen + bonusFen) * weight) / sum)
        const before = shareOf(spent.parts, backFen)
        const after = shareOf(spent.parts, backFen + part)
        const now = {
          principalFen: after.principalFen - before.principalFen,
          bonusFen: after.bonusFen - before.bonusFen,
        }
        const back = giveBack(next, spent.parts, before, now)
        for (const moved of back.parts)
          expect(Math.min(moved.principalFen, moved.bonusFen)).toBeGreaterThanOrEqual(0)
        next = back.wallet
        backFen += part
      }
      expect(next).toEqual(wallet)
    }),
  )
})

function total({ lots }: Wallet): { principalFen: number; bonusFen: number } {
  return lots.reduce(
    (sum, lot) => ({
      principalFen: sum.principalFen + lot.principalFen,
      bonusFen: sum.bonusFen + lot.bonusFen,
    }),
    { principalFen: 0, bonusFen: 0 },
  )
}
