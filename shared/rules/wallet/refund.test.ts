import fc from 'fast-check'
import { leftOf, toppedUp } from './exampleWallet'
import { giveBack } from './giveBack'
import { hold } from './hold'
import { refundableByRight, refundByRight, refundByShop, type WalletRefund } from './refund'
import { LEGAL_PREPAID, type SpendingOrder } from './settings'
import { spend } from './spend'
import { freeFunds, fundsOf, type Wallet } from './wallet'

const TODAY = '2026-03-05'
const wallet = toppedUp(
  { id: 'old', paidFen: 5_000, bonusFen: 500, day: '2026-01-01', paidBy: 'counter' },
  { id: 'new', paidFen: 10_000, bonusFen: 2_000, day: '2026-03-01' },
)

function spent(from: Wallet, amountFen: number, order: SpendingOrder = 'proportional'): Wallet {
  const paid = spend(from, amountFen, order)
  if (!paid.ok) throw new Error('refused')
  return paid.value.wallet
}

function granted(from: Wallet, principalFen: number, today = TODAY): WalletRefund {
  const refund = refundByShop(from, principalFen, today)
  if (!refund.ok) throw new Error(refund.error.code)
  return refund.value
}

const byRight = (from: Wallet, topUpId: string, principalFen: number, today = TODAY) =>
  refundByRight(from, { topUpId, principalFen }, LEGAL_PREPAID, today)

describe('by the shop', () => {
  test('what was paid in last goes back first, its bonus in proportion, each the way it came', () => {
    const refund = granted(wallet, 11_000)
    expect(refund.parts).toEqual([
      { lotId: 'new', principalFen: 10_000, bonusFen: 2_000, payBack: 'wechat' },
      { lotId: 'old', principalFen: 1_000, bonusFen: 100, payBack: 'counter' },
    ])
    expect(refund.legs).toEqual([
      { account: 'principal', unit: 'fen', amount: -10_000 },
      { account: 'store.cash.wechat', unit: 'fen', amount: 10_000 },
      { account: 'principal', unit: 'fen', amount: -1_000 },
      { account: 'store.cash.counter', unit: 'fen', amount: 1_000 },
      { account: 'bonus', unit: 'fen', amount: -2_100 },
      { account: 'store.bonusIssued', unit: 'fen', amount: 2_100 },
    ])
    expect(leftOf(refund.wallet)).toEqual({ old: [4_000, 400], new: [0, 0] })
  })

  test('WeChat gives back within a year; later the shop pays it out', () => {
    expect(granted(wallet, 1, '2027-03-01').parts).toMatchObject([{ lotId: 'new', payBack: 'wechat' }])
    expect(granted(wallet, 1, '2027-03-02').parts).toMatchObject([{ lotId: 'new', payBack: 'counter' }])
  })

  test('of principal alone: bonus is never paid out', () => {
    expect(refundByShop(wallet, 15_001, TODAY)).toEqual({
      ok: false,
      error: { code: 'WALLET_REFUND_TOO_MUCH', leftFen: 15_000 },
    })
    expect(refundByShop(wallet, 0, TODAY)).toEqual({ ok: false, error: { code: 'WALLET_REFUND_NOTHING' } })
  })

  test('the bonus of money that is spent stays until the last of the principal goes', () => {
    const left = spent(wallet, 5_000, 'principalFirst')
    expect(leftOf(left)).toEqual({ old: [0, 500], new: [10_000, 2_000] })
    expect(leftOf(granted(left, 9_999).wallet)).toEqual({ old: [0, 500], new: [1, 0] })
    expect(leftOf(granted(left, 10_000).wallet)).toEqual({ old: [0, 0], new: [0, 0] })
  })

  test('what an order in payment holds is not given back', () => {
    const held = hold(wallet, { orderId: 'o', at: 1, amountFen: 5_000 }, 'principalFirst')
    if (!held.ok) throw new Error('refused')
    expect(refundByShop(held.value, 10_001, TODAY)).toMatchObject({ error: { leftFen: 10_000 } })
  })

  test('an order that is refunded afterwards puts its part back', () => {
    const paid = spend(wallet, 1_750, 'proportional')
    if (!paid.ok) throw new Error('refused')
    const { parts } = paid.value
    const { wallet: empty } = granted(paid.value.wallet, 13_500)
    expect(freeFunds(empty)).toEqual({ principalFen: 0, bonusFen: 0 })
    expect(leftOf(giveBack(empty, parts, { principalFen: 0, bonusFen: 0 }, fundsOf(parts)).wallet)).toEqual({
      old: [1_500, 250],
      new: [0, 0],
    })
  })
})

describe('by right', () => {
  test('money paid in can be had back within seven days, the seventh included', () => {
    expect(refundableByRight(wallet, LEGAL_PREPAID, '2026-03-08')).toEqual([
      { topUpId: 'new', leftFen: 10_000, lastDay: '2026-03-08' },
    ])
    expect(refundableByRight(wallet, LEGAL_PREPAID, '2026-03-09')).toEqual([])
    expect(byRight(wallet, 'new', 10_000, '2026-03-08').ok).toBe(true)
  })

  test('later, or for another top-up, it needs the shop', () => {
    const error = { code: 'WALLET_REFUND_NEEDS_SHOP', byRightFen: 10_000 }
    expect(byRight(wallet, 'old', 1)).toEqual({ ok: false, error })
    expect(byRight(wallet, 'new', 1, '2026-03-09')).toEqual({ ok: false, error: { ...error, byRightFen: 0 } })
  })

  test('takes the bonus of that top-up back in proportion, and touches no other', () => {
    const part = byRight(wallet, 'new', 2_500)
    if (!part.ok) throw new Error('refused')
    expect(leftOf(part.value.wallet)).toEqual({ old: [5_000, 500], new: [7_500, 1_500] })
  })

  test.each<[SpendingOrder, number, number]>([
    // Of 100 and 20 paid in, 60 were spent: 50 and 10; 60 and none; 40 and 20.
    ['proportional', 5_000, 1_000],
    ['principalFirst', 4_000, 2_000],
    ['bonusFirst', 6_000, 0],
  ])(
    'after spending %s: all principal that is left, with the bonus that is left',
    (order, principal, bonus) => {
      const left = spent(toppedUp({ id: 'a', paidFen: 10_000, bonusFen: 2_000 }), 6_000, order)
      const refund = byRight(left, 'a', principal)
      expect(refund).toMatchObject({ value: { parts: [{ principalFen: principal, bonusFen: bonus }] } })
      expect(byRight(left, 'a', principal + 1)).toMatchObject({ error: { code: 'WALLET_REFUND_TOO_MUCH' } })
    },
  )

  test('what is left longest is spent first, so a new top-up can be had back whole', () => {
    expect(refundableByRight(spent(wallet, 5_000, 'principalFirst'), LEGAL_PREPAID, TODAY)).toMatchObject([
      { topUpId: 'new', leftFen: 10_000 },
    ])
  })
})

test('any sequence of refunds takes no more than there is, and one of everything leaves nothing', () => {
  const fen = fc.integer({ min: 1, max: 100_000 })
  const topUps = fc.array(fc.record({ paidFen: fen, bonusFen: fc.nat(100_000) }), {
    minLength: 1,
    maxLength: 5,
  })
  const orders = fc.constantFrom<SpendingOrder>('proportional', 'principalFirst', 'bonusFirst')
  fc.assert(
    fc.property(
      topUps,
      fc.nat(999),
      orders,
      fc.array(fc.nat(1_000), { maxLength: 5 }),
      (paid, share, order, parts) => {
        const all = toppedUp(...paid.map((each, i) => ({ ...each, id: `t${i}` })))
        const funds = freeFunds(all)
        let next = spent(all, Math.floor(((funds.principalFen + funds.bonusFen) * share) / 1_000), order)
        for (const part of parts) {
          const before = freeFunds(next)
          const refund = refundByShop(next, Math.ceil((before.principalFen * part) / 1_000), TODAY)
          if (!refund.ok) continue
          next = refund.value.wallet
          expect(refund.value.legs.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
          expect(freeFunds(next).bonusFen).toBeGreaterThanOrEqual(0)
          expect(freeFunds(next).bonusFen).toBeLessThanOrEqual(before.bonusFen)
        }
        const { principalFen } = freeFunds(next)
        if (principalFen === 0) return
        expect(freeFunds(granted(next, principalFen).wallet)).toEqual({ principalFen: 0, bonusFen: 0 })
      },
    ),
  )
})
