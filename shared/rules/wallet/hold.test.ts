import { leftOf, toppedUp } from './exampleWallet'
import { hold, MOST_HOLDS, payHeld, release } from './hold'
import { spend } from './spend'
import { freeFunds, type Wallet } from './wallet'

const full = toppedUp({ id: 'a', paidFen: 10_000, bonusFen: 2_000 })

function held(wallet: Wallet, orderId: string, amountFen: number): Wallet {
  const answer = hold(wallet, { orderId, at: 1, amountFen }, 'proportional')
  if (!answer.ok) throw new Error('refused')
  return answer.value
}

test('what is held can’t be spent or held again, and is in the wallet still', () => {
  const wallet = held(full, 'o1', 6_000)
  expect(leftOf(wallet)).toEqual({ a: [10_000, 2_000] })
  expect(freeFunds(wallet)).toEqual({ principalFen: 5_000, bonusFen: 1_000 })
  const refusal = { ok: false, error: { code: 'WALLET_SHORT', freeFen: 6_000, missingFen: 1 } }
  expect(spend(wallet, 6_001, 'proportional')).toEqual(refusal)
  expect(hold(wallet, { orderId: 'o2', at: 1, amountFen: 6_001 }, 'proportional')).toEqual(refusal)
})

test('one balance of 100 pays one of twenty orders of 100', () => {
  let wallet = toppedUp({ id: 'a', paidFen: 10_000, bonusFen: 0 })
  let paid = 0
  for (let order = 0; order < 20; order += 1) {
    const answer = hold(wallet, { orderId: `o${order}`, at: 1, amountFen: 10_000 }, 'proportional')
    if (!answer.ok) continue
    wallet = payHeld(answer.value, `o${order}`).wallet
    paid += 1
  }
  expect(paid).toBe(1)
  expect(freeFunds(wallet)).toEqual({ principalFen: 0, bonusFen: 0 })
})

test('paying takes what was settled when it was held, whatever was spent since', () => {
  const wallet = held(full, 'o1', 6_000)
  const other = spend(wallet, 3_000, 'bonusFirst')
  if (!other.ok) throw new Error('refused')
  const { wallet: paid, parts } = payHeld(other.value.wallet, 'o1')
  expect(parts).toEqual([{ lotId: 'a', principalFen: 5_000, bonusFen: 1_000 }])
  expect(leftOf(paid)).toEqual({ a: [3_000, 0] })
  expect(paid.holds).toEqual([])
})

test('letting go leaves all as it was, however often', () => {
  const wallet = held(full, 'o1', 6_000)
  expect(release(wallet, 'o1')).toEqual(full)
  expect(release(release(wallet, 'o1'), 'o1')).toEqual(full)
})

test('the same hold twice is one; another amount for the same order is an error', () => {
  const wallet = held(full, 'o1', 6_000)
  expect(held(wallet, 'o1', 6_000)).toBe(wallet)
  expect(() => held(wallet, 'o1', 5_000)).toThrow(/holds 6000 fen, not 5000/)
})

test('an order is not paid twice out of one hold', () => {
  const { wallet } = payHeld(held(full, 'o1', 6_000), 'o1')
  expect(() => payHeld(wallet, 'o1')).toThrow(/holds nothing/)
})

test('no more orders wait than the account has room for', () => {
  const orders = Array.from({ length: MOST_HOLDS }, (_, i) => `o${i}`)
  const wallet = orders.reduce((next, orderId) => held(next, orderId, 1), full)
  expect(hold(wallet, { orderId: 'more', at: 1, amountFen: 1 }, 'proportional')).toEqual({
    ok: false,
    error: { code: 'WALLET_TOO_MANY_HOLDS', most: MOST_HOLDS },
  })
})
