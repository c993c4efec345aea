import * as fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import { assertBalanced } from '../account/legs'
import { NOTHING } from '../quote/paid'
import { applyLots, totalOf, type Lot } from '../points/lots'
import { toppedUp } from '../wallet/exampleWallet'
import { fundsOf, NO_WALLET } from '../wallet/wallet'
import { withCredit } from './credit'
import { AT, COUPON, CREDIT, redemptionOf, TODAY } from './exampleItem'
import { moneyBackLegs, moneyLegs, payingFor } from './money'
import { givePointsBack, takePoints } from './points'

const LOTS: readonly Lot[] = [
  { validUntil: '2026-06-30', points: 60 },
  { validUntil: '2027-12-31', points: 500 },
  { validUntil: null, points: 40 },
]

test('what lapses first pays first, and goes back to where it came from', () => {
  const taken = takePoints(LOTS, 100)
  if (!taken.ok) throw new Error('refused')
  expect(taken.value).toEqual({
    lots: [
      { validUntil: '2026-06-30', points: -60 },
      { validUntil: '2027-12-31', points: -40 },
    ],
    legs: [
      { account: 'points', unit: 'points', amount: -100 },
      { account: 'store.pointsRedeemed.mall', unit: 'points', amount: 100 },
    ],
  })
  const left = applyLots(LOTS, taken.value.lots)
  expect(applyLots(left, givePointsBack(taken.value.lots, TODAY, 30).lots)).toEqual(LOTS)
})

test('what lapsed meanwhile is good for the days of grace', () => {
  const back = givePointsBack([{ validUntil: '2026-06-30', points: -60 }], '2026-07-10', 30)
  expect(back.lots).toEqual([{ validUntil: '2026-08-09', points: 60 }])
})

test('what is not there is refused whole', () => {
  expect(takePoints(LOTS, 601)).toEqual({ ok: false, error: { missing: 1 } })
})

const lots = fc
  .uniqueArray(fc.record({ ahead: fc.nat(400), points: fc.integer({ min: 1, max: 1_000 }) }), {
    selector: ({ ahead }) => ahead,
    maxLength: 8,
  })
  .map((each): Lot[] => each.map(({ ahead, points }) => ({ validUntil: addDays(TODAY, ahead), points })))

test('whatever is redeemed and given back, in whatever order, no point is lost or made', () => {
  fc.assert(
    fc.property(
      lots,
      fc.array(fc.record({ points: fc.integer({ min: 1, max: 800 }), later: fc.nat(500) }), {
        maxLength: 10,
      }),
      (first, asked) => {
        let now: readonly Lot[] = applyLots([], first)
        const open: { lots: readonly Lot[]; later: number }[] = []
        let redeemed = 0
        for (const { points, later } of asked) {
          const taken = takePoints(now, points)
          expect(taken.ok).toBe(points <= totalOf(now))
          if (!taken.ok) continue
          assertBalanced(taken.value.legs)
          now = applyLots(now, taken.value.lots)
          redeemed += points
          open.push({ lots: taken.value.lots, later })
          expect(totalOf(now) + redeemed).toBe(totalOf(first))
        }
        for (const { lots: taken, later } of open.reverse()) {
          const back = givePointsBack(taken, addDays(TODAY, later), 30)
          assertBalanced(back.legs)
          now = applyLots(now, back.lots)
        }
        expect(totalOf(now)).toBe(totalOf(first))
      },
    ),
  )
})

describe('the money part', () => {
  const free = { principalFen: 600, bonusFen: 200 }
  const paid = (choice: Parameters<typeof payingFor>[1], fen = 990) => {
    const paying = payingFor(fen, choice, free, 'proportional')
    return paying.ok ? paying.value : paying.error
  }

  test('stored value first, as of an order, the rest by WeChat Pay', () => {
    expect(paid({ of: 'all' })).toEqual({ principal: 600, bonus: 200, wechat: 190 })
    expect(paid({ of: 'upTo', amountFen: 400 })).toEqual({ principal: 300, bonus: 100, wechat: 590 })
    expect(paid({ of: 'none' })).toEqual({ ...NOTHING, wechat: 990 })
    expect(paid({ of: 'all' }, 0)).toEqual(NOTHING)
    expect(paid({ of: 'upTo', amountFen: 801 })).toMatchObject({ code: 'WALLET_SHORT', missingFen: 1 })
  })

  test('it is a sale, and all of it goes back the way it came', () => {
    const all = { principal: 600, bonus: 200, wechat: 190 }
    expect(moneyLegs(all)).toContainEqual({ account: 'store.cash.wechat', unit: 'fen', amount: -190 })
    const sums = new Map<string, number>()
    for (const { account, amount } of [...moneyLegs(all), ...moneyBackLegs(all)])
      sums.set(account, (sums.get(account) ?? 0) + amount)
    expect([...sums.values()]).toEqual([0, 0, 0, 0])
    expect(moneyLegs(NOTHING)).toEqual([])
  })
})

describe('wallet credit', () => {
  const credit = redemptionOf(CREDIT, null, 3)
  const NOW = { today: TODAY, at: AT }

  test('is bonus in a lot of its own, once', () => {
    const { wallet, legs } = withCredit(toppedUp({ id: 'a', paidFen: 100, bonusFen: 0 }), credit, NOW)
    expect(fundsOf(wallet.lots)).toEqual({ principalFen: 100, bonusFen: 3_000 })
    expect(legs).toEqual([
      { account: 'store.bonusIssued', unit: 'fen', amount: -3_000 },
      { account: 'bonus', unit: 'fen', amount: 3_000 },
    ])
    expect(() => withCredit(wallet, credit, NOW)).toThrow('credited already')
  })

  test('is none of anything else', () => {
    expect(withCredit(NO_WALLET, redemptionOf(COUPON), NOW)).toEqual({ wallet: NO_WALLET, legs: [] })
  })
})
