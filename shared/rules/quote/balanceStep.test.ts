import type { SpendingOrder } from '../wallet/settings'
import { hold } from '../wallet/hold'
import { toppedUp } from '../wallet/exampleWallet'
import { freeFunds, fundsOf } from '../wallet/wallet'
import { balanceStep } from './balanceStep'

const free = { principalFen: 10_000, bonusFen: 2_000 }

test.each<[SpendingOrder, number, number]>([
  ['proportional', 5_000, 1_000],
  ['principalFirst', 6_000, 0],
  ['bonusFirst', 4_000, 2_000],
])('%s', (order, principalFen, bonusFen) => {
  expect(balanceStep(free, { of: 'upTo', amountFen: 6_000 }, 20_000, order)).toEqual({
    ok: true,
    value: { principalFen, bonusFen },
  })
})

test('as far as it reaches, and no further than is payable', () => {
  const spent = (payableFen: number) => balanceStep(free, { of: 'all' }, payableFen, 'proportional')
  expect(spent(50_000)).toEqual({ ok: true, value: free })
  expect(spent(1_200)).toEqual({ ok: true, value: { principalFen: 1_000, bonusFen: 200 } })
})

test('as far as the member chose: none, or up to an amount that is free', () => {
  expect(balanceStep(free, { of: 'none' }, 50_000, 'proportional')).toEqual({
    ok: true,
    value: { principalFen: 0, bonusFen: 0 },
  })
  expect(balanceStep(free, { of: 'upTo', amountFen: 12_001 }, 500, 'proportional')).toEqual({
    ok: false,
    error: { code: 'WALLET_SHORT', freeFen: 12_000, missingFen: 1 },
  })
  expect(() => balanceStep(free, { of: 'upTo', amountFen: -1 }, 500, 'proportional')).toThrow(RangeError)
})

test.each<SpendingOrder>(['proportional', 'principalFirst', 'bonusFirst'])(
  'a wallet that holds what was quoted holds the same of each kind: %s',
  (order) => {
    const wallet = toppedUp(
      { id: 't1', paidFen: 9_999, bonusFen: 3_333 },
      { id: 't2', paidFen: 5_001, bonusFen: 10 },
    )
    const quoted = balanceStep(freeFunds(wallet), { of: 'all' }, 7_777, order)
    const held = hold(wallet, { orderId: 'o1', at: 0, amountFen: 7_777 }, order)
    if (!quoted.ok || !held.ok) throw new Error('refused')
    expect(fundsOf(held.value.holds[0]!.parts)).toEqual(quoted.value)
  },
)
