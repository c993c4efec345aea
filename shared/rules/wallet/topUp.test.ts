import { agreedTo, leftOf } from './exampleWallet'
import { NO_GIFT } from './plans'
import { awaitTopUp, topUp } from './topUp'
import { NO_WALLET } from './wallet'

const coupons = [{ templateId: 'c', count: 2 }]
const gift = { bonusFen: 20_000, points: 500, growth: 30, coupons }
const terms = { planId: 'p', payFen: 100_000, gift, version: 1 }
const paid = { id: 't', day: '2026-06-01', at: 5, paidBy: 'wechat' } as const

test('pay 1,000 get 200: principal and bonus, each by its own legs, and points, coupons and growth too', () => {
  const { wallet, legs, gifts } = topUp(NO_WALLET, terms, paid)
  expect(leftOf(wallet)).toEqual({ t: [100_000, 20_000] })
  expect(legs).toEqual([
    { account: 'store.cash.wechat', unit: 'fen', amount: -100_000 },
    { account: 'principal', unit: 'fen', amount: 100_000 },
    { account: 'store.bonusIssued', unit: 'fen', amount: -20_000 },
    { account: 'bonus', unit: 'fen', amount: 20_000 },
  ])
  expect(gifts).toEqual({ points: 500, growth: 30, coupons })
  expect(wallet.topUps).toEqual({ count: 1, byPlan: { p: 1 } })
})

test('without bonus there is no leg of it', () => {
  const { legs } = topUp(NO_WALLET, { ...terms, gift: NO_GIFT }, { ...paid, paidBy: 'counter' })
  expect(legs.map(({ account }) => account)).toEqual(['store.cash.counter', 'principal'])
})

test('once it is paid it waits no more; one that was given up and is paid all the same is booked', () => {
  const waiting = awaitTopUp(awaitTopUp(NO_WALLET, 't', 1, agreedTo(terms)), 'u', 1, agreedTo(terms))
  expect(topUp(waiting, terms, paid).wallet.waiting.map(({ id }) => id)).toEqual(['u'])
  expect(leftOf(topUp(NO_WALLET, terms, paid).wallet)).toHaveProperty('t')
})

test('the same top-up is not booked twice', () => {
  const { wallet } = topUp(NO_WALLET, terms, paid)
  expect(() => topUp(wallet, terms, paid)).toThrow(/booked already/)
})
