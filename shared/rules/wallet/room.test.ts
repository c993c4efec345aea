import { agreedTo, toppedUp } from './exampleWallet'
import { hold } from './hold'
import { NO_GIFT } from './plans'
import { roomFen } from './room'
import { LEGAL_PREPAID } from './settings'
import { awaitTopUp } from './topUp'

const wallet = toppedUp({ id: 'a', paidFen: 300_000, bonusFen: 60_000 })

test('the ceiling is on what was paid in, or on bonus too where the shop counts it', () => {
  expect(roomFen(wallet, LEGAL_PREPAID)).toBe(200_000)
  expect(roomFen(wallet, { ...LEGAL_PREPAID, countsBonus: true })).toBe(140_000)
})

test('what is held for an order and what is being paid in takes up room', () => {
  const held = hold(wallet, { orderId: 'o', at: 1, amountFen: 360_000 }, 'proportional')
  if (!held.ok) throw new Error('refused')
  expect(roomFen(held.value, LEGAL_PREPAID)).toBe(200_000)
  const gift = { ...NO_GIFT, bonusFen: 10_000 }
  const waiting = awaitTopUp(wallet, 'w', 1, agreedTo({ planId: null, payFen: 50_000, gift, version: 0 }))
  expect(roomFen(waiting, LEGAL_PREPAID)).toBe(150_000)
  expect(roomFen(waiting, { ...LEGAL_PREPAID, countsBonus: true })).toBe(80_000)
})

test('a wallet that is above a ceiling set later has no room, and keeps what it holds', () => {
  expect(roomFen(wallet, { ...LEGAL_PREPAID, mostFen: 100_000 })).toBe(0)
})
