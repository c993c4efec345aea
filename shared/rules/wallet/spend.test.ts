import { leftOf, toppedUp } from './exampleWallet'
import { spend } from './spend'
import { spentLegs } from './legs'
import { freeFunds, fundsOf } from './wallet'

test('the worked example: a wallet of 100 and 20 pays 120 whole', () => {
  const paid = spend(toppedUp({ id: 'a', paidFen: 10_000, bonusFen: 2_000 }), 12_000, 'proportional')
  if (!paid.ok) throw new Error('refused')
  expect(fundsOf(paid.value.parts)).toEqual({ principalFen: 10_000, bonusFen: 2_000 })
  expect(freeFunds(paid.value.wallet)).toEqual({ principalFen: 0, bonusFen: 0 })
})

test('goes by the proportion of the whole wallet, and takes each kind from the oldest top-up first', () => {
  const wallet = toppedUp(
    { id: 'a', paidFen: 3_000, bonusFen: 0 },
    { id: 'b', paidFen: 7_000, bonusFen: 2_000 },
  )
  const paid = spend(wallet, 6_000, 'proportional')
  if (!paid.ok) throw new Error('refused')
  expect(paid.value.parts).toEqual([
    { lotId: 'a', principalFen: 3_000, bonusFen: 0 },
    { lotId: 'b', principalFen: 2_000, bonusFen: 1_000 },
  ])
  expect(leftOf(paid.value.wallet)).toEqual({ a: [0, 0], b: [5_000, 1_000] })
})

test('refuses whole what is not there, and tells how much is missing', () => {
  expect(spend(toppedUp({ id: 'a', paidFen: 100, bonusFen: 20 }), 121, 'proportional')).toEqual({
    ok: false,
    error: { code: 'WALLET_SHORT', freeFen: 120, missingFen: 1 },
  })
})

test('both kinds pay for goods, and for freight', () => {
  expect(spentLegs({ principalFen: 50, bonusFen: 10 }, 'store.freight')).toEqual([
    { account: 'principal', unit: 'fen', amount: -50 },
    { account: 'store.freight', unit: 'fen', amount: 50 },
    { account: 'bonus', unit: 'fen', amount: -10 },
    { account: 'store.freight', unit: 'fen', amount: 10 },
  ])
})
