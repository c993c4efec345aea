import { leftOf, toppedUp } from './exampleWallet'
import { giveBack } from './giveBack'
import { hold, payHeld } from './hold'
import { EARLIER, MOST_LOTS, putBack, takeOut } from './lots'
import { spend } from './spend'
import { fundsOf, type Wallet } from './wallet'
import { NO_GIFT } from './plans'
import { topUp } from './topUp'

const many = (count: number) =>
  toppedUp(...Array.from({ length: count }, (_, i) => ({ id: `t${i}`, paidFen: 1_000, bonusFen: 100 })))

const NO_FUNDS = { principalFen: 0, bonusFen: 0 }

function withTopUp(wallet: Wallet, id: string): Wallet {
  const terms = { planId: null, payFen: 1_000, gift: { ...NO_GIFT, bonusFen: 100 }, version: 0 }
  return topUp(wallet, terms, { id, day: '2026-06-01', at: 2, paidBy: 'counter' }).wallet
}

test('a wallet holds so many top-ups; beyond that the oldest are one, and no fen is lost', () => {
  expect(many(MOST_LOTS).lots.map(({ id }) => id)).not.toContain(EARLIER)
  const wallet = many(MOST_LOTS + 6)
  expect(wallet.lots).toHaveLength(MOST_LOTS)
  expect(wallet.lots[0]).toMatchObject({ id: EARLIER, principalFen: 7_000, bonusFen: 700, paidBy: null })
  expect(wallet.lots[1]).toMatchObject({ id: 't7' })
  expect(fundsOf(wallet.lots)).toEqual({ principalFen: 30_000, bonusFen: 3_000 })
})

test('an order that holds what became one pays it', () => {
  const held = hold(many(MOST_LOTS), { orderId: 'o', at: 1, amountFen: 1_650 }, 'proportional')
  if (!held.ok) throw new Error('refused')
  const { wallet, parts } = payHeld(withTopUp(held.value, 'new'), 'o')
  expect(parts).toEqual([{ lotId: EARLIER, principalFen: 1_500, bonusFen: 150 }])
  expect(leftOf(wallet)[EARLIER]).toEqual([500, 50])
  const most = { principalFen: 1_000, bonusFen: 100 }
  const half = giveBack(wallet, parts, NO_FUNDS, most)
  const rest = { principalFen: 500, bonusFen: 50 }
  expect(leftOf(giveBack(half.wallet, parts, most, rest).wallet)[EARLIER]).toEqual([2_000, 200])
})

test('what was spent of a top-up comes back to what it became part of', () => {
  const paid = spend(many(MOST_LOTS), 1_100, 'proportional')
  if (!paid.ok) throw new Error('refused')
  const later = withTopUp(paid.value.wallet, 'new')
  const { wallet } = giveBack(later, paid.value.parts, NO_FUNDS, fundsOf(paid.value.parts))
  expect(leftOf(wallet)[EARLIER]).toEqual([2_000, 200])
})

test('the latest day of the top-ups that are one holds for all of them', () => {
  const days = ['2026-02-01', '2026-01-01', ...Array.from({ length: MOST_LOTS - 1 }, () => '2026-03-01')]
  const wallet = toppedUp(...days.map((day, i) => ({ id: `t${i}`, paidFen: 1, bonusFen: 0, day })))
  expect(wallet.lots[0]).toMatchObject({ id: EARLIER, day: '2026-02-01' })
})

test.each([
  [
    'below zero',
    () => takeOut(many(1).lots, [{ lotId: 't0', principalFen: 1_001, bonusFen: 0 }]),
    /-1 fen of 1000 principal/,
  ],
  [
    'above what came in',
    () => putBack(many(1).lots, [{ lotId: 't0', principalFen: 0, bonusFen: 1 }]),
    /101 fen of 100 bonus/,
  ],
  [
    'a part of a fen',
    () => takeOut(many(1).lots, [{ lotId: 't0', principalFen: 0.5, bonusFen: 0 }]),
    /999.5 fen/,
  ],
  [
    'of a top-up that never was',
    () => putBack(many(1).lots, [{ lotId: 'x', principalFen: 1, bonusFen: 0 }]),
    /top-up x/,
  ],
])('a lot that would hold what it can’t is an error: %s', (_what, change, message) => {
  expect(change).toThrow(message)
})
