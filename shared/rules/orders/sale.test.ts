import { addDays, type Day } from '@shared/kernel/day'
import { startOfDay } from '@shared/kernel/businessDay'
import fc from 'fast-check'
import type { Account } from '../account/account'
import { auditAccount } from '../account/audit'
import { settle } from '../account/settle'
import { join } from '../member/join'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import type { SaleDocument } from './order'
import { switchedOff } from '../tiers/program'
import { giveTier } from '../tiers/giveTier'
import { recordSale, type Sale } from './recordSale'
import { refundSale } from './refundSale'

const TODAY = '2026-06-18'

const at = (day: Day) => startOfDay(day) + 12 * 3_600_000
const on = (today: Day) => ({ today, at: at(today), by: 'staff:m0' }) as const

function member(): Account {
  const account = join(null, 'm1', '2026-01-01', at('2026-01-01'), '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  return account
}

interface State {
  readonly account: Account
  readonly orders: readonly SaleDocument[]
}

const start: State = { account: member(), orders: [] }

const withSettings = (patch: { readonly [T in keyof Settings]?: Partial<Settings[T]> }): Settings => ({
  ...DEFAULT_SETTINGS,
  earning: { ...DEFAULT_SETTINGS.earning, ...patch.earning },
  points: { ...DEFAULT_SETTINGS.points, ...patch.points },
  growth: { ...DEFAULT_SETTINGS.growth, ...patch.growth },
})

/** Sells goods of so many fen on a day; throws when that is refused. */
function sell(
  state: State,
  amountFen: number,
  sale: Partial<Sale> = {},
  day = TODAY,
  settings = DEFAULT_SETTINGS,
): State {
  const number = `o${state.orders.length + 1}`
  const sold = recordSale(
    settle(state.account, day, settings, at(day)),
    {
      orderId: number,
      externalId: number,
      lines: [{ category: null, product: null, quantity: 1, amountFen }],
      freightFen: 0,
      points: 0,
      ...sale,
    },
    settings,
    on(day),
  )
  if (!sold.ok) throw new Error(sold.error.code)
  return { account: sold.value.account, orders: [...state.orders, sold.value.order] }
}

/** Refunds so many fen of an order, by its place. */
function refund(
  state: State,
  place: number,
  amountFen: number,
  day = TODAY,
  settings = DEFAULT_SETTINGS,
): State {
  const order = state.orders[place]
  if (!order) throw new Error(`no order ${place}`)
  const refunded = refundSale(
    settle(state.account, day, settings, at(day)),
    order,
    { refundId: `r${order.refunds.length}`, amountFen, freightFen: 0 },
    settings,
    on(day),
  )
  if (!refunded.ok) throw new Error(refunded.error.code)
  return {
    account: refunded.value.account,
    orders: state.orders.map((each, i) => (i === place ? refunded.value.order : each)),
  }
}

function faults({ account, orders }: State) {
  const count = orders.filter(({ state }) => state === 'completed').length
  return auditAccount(account, account.tail, {
    count,
    fen: orders.reduce((sum, { netFen }) => sum + netFen, 0),
  })
}

const lotsOf = ({ account }: State) => account.lots.map(({ validUntil, points }) => [validUntil, points])

function given(levelId: string) {
  const occasion = { cause: `tierGiven:m1:${levelId}`, today: TODAY, at: 1, by: 'staff:boss' } as const
  const gift = { levelId, until: null, reason: '老顾客关怀' }
  const result = giveTier(start.account, gift, DEFAULT_SETTINGS, occasion)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('a sale', () => {
  const gold = given('gold')
  const times = (rateBp: number) =>
    withSettings({
      earning: {
        multipliers: [
          {
            id: 'gold',
            name: { zh: '黄金 1.5 倍', en: 'Gold 1.5 times' },
            rateBp,
            when: { of: 'always' },
            goods: { of: 'all' },
            audience: { of: 'tiers', tiers: ['gold'] },
          },
        ],
      },
    })

  test('360 yuan less 3,000 points leaves 330, which earn 495 with Gold 1.5 times', () => {
    const rich = sell({ ...start, account: gold }, 300_000)
    const after = sell(rich, 36_000, { points: 3_000, freightFen: 1_000 }, TODAY, times(15_000))
    expect(after.orders[1]).toMatchObject({
      amountFen: 33_000,
      freightFen: 1_000,
      pointsUsed: { points: 3_000, amountFen: 3_000 },
      earned: { points: 495, growth: 330 },
    })
    expect(after.account.balances).toMatchObject({ points: 495, growth: 3_330 })
    expect(after.account.spend).toMatchObject({ orders: 2, fen: 333_000 })
    expect(faults(after)).toEqual([])
  })

  test('a multiplier for a level holds for nobody while the levels are off', () => {
    const settings = times(15_000)
    const off = { ...settings, tiers: switchedOff(settings.tiers, TODAY) }
    const { orders } = sell({ ...start, account: gold }, 33_000, {}, TODAY, off)
    expect(orders[0]).toMatchObject({ earned: { points: 330 } })
  })

  test('freight earns nothing and is no spend', () => {
    const { account } = sell(start, 10_000, { freightFen: 99_900 })
    expect(account.balances).toMatchObject({ points: 100, growth: 100 })
    expect(account.spend.fen).toBe(10_000)
  })

  test('what points take off is shared over the lines by largest remainder', () => {
    const rich = sell(start, 100_000)
    const lines = [3_333, 3_333, 3_334].map((amountFen) => ({
      category: null,
      product: null,
      quantity: 1,
      amountFen,
    }))
    const [, order] = sell(rich, 0, { lines, points: 100 }).orders
    expect(order?.lines.map(({ deductedFen }) => deductedFen)).toEqual([33, 33, 34])
    expect(order?.amountFen).toBe(9_900)
  })

  test('uses the points that lapse first, and tells which', () => {
    const earlier = sell(
      start,
      50_000,
      {},
      '2026-06-01',
      withSettings({ points: { validity: { kind: 'days', validDays: 60 } } }),
    )
    const rich = sell(earlier, 50_000)
    const after = sell(rich, 20_000, { points: 700 })
    expect(after.orders[2]?.pointsUsed.taken).toEqual([
      { validUntil: '2026-07-31', points: -500 },
      { validUntil: '2027-12-31', points: -200 },
    ])
    expect(lotsOf(after)).toEqual([['2027-12-31', 300 + 193]])
  })
})

describe('a refund', () => {
  test('takes back what was earned under the rules of the order’s day; today’s rules don’t matter', () => {
    const generous = withSettings({ earning: { version: 1, pointsPerYuan: 10, growthPerYuan: 5 } })
    const mean = withSettings({ earning: { version: 2, pointsPerYuan: 1, growthPerYuan: 0 } })
    const sold = sell(start, 10_000, {}, TODAY, generous)
    expect(sold.account.balances).toMatchObject({ points: 1_000, growth: 500 })
    const half = refund(sold, 0, 5_000, '2026-07-01', mean)
    expect(half.account.balances).toMatchObject({ points: 500, growth: 250, pointsDebt: 0 })
    expect(half.account.tail.at(-1)?.rule).toEqual({ topic: 'earning', version: 1 })
    expect(refund(half, 0, 5_000, '2026-07-02', mean).account.balances).toMatchObject({
      points: 0,
      growth: 0,
    })
  })

  test('takes from the order’s own lot first, though another lapses earlier', () => {
    const days = withSettings({ points: { validity: { kind: 'days', validDays: 400 } } })
    const first = sell(start, 30_000, {}, '2026-06-01', days)
    const second = sell(first, 50_000, {}, '2026-06-10', days)
    expect(lotsOf(refund(second, 1, 50_000, TODAY, days))).toEqual([[addDays('2026-06-01', 400), 300]])
  })

  test('of points that were spent is a debt, shown, repaid first by the next that are earned', () => {
    const rich = sell(start, 100_000)
    const spent = sell(rich, 2_000, { points: 1_000 })
    const owing = refund(spent, 0, 100_000)
    expect(owing.account.balances).toMatchObject({ points: 0, pointsDebt: -(1_000 - 10) })
    expect(owing.orders[0]?.refunds[0]).toMatchObject({ takenBackPoints: 1_000, debt: 990 })
    const repaid = sell(owing, 100_000)
    expect(repaid.account.balances).toMatchObject({ points: 10, pointsDebt: 0 })
    expect(repaid.account.tail.at(-1)?.basis).toMatchObject({ earned: { repaid: 990 } })
    expect(faults(repaid)).toEqual([])
  })

  test('gives used points back to their lots, the longest good first, and a grace to what lapsed', () => {
    const days = withSettings({ points: { validity: { kind: 'days', validDays: 40 } } })
    const rich = sell(sell(start, 50_000, {}, '2026-06-01', days), 50_000)
    const used = sell(rich, 20_000, { points: 700 })
    const half = refund(used, 2, 10_000 - 350, '2026-06-20')
    expect(half.orders[2]?.refunds[0]).toMatchObject({ returnedPoints: 350 })
    expect(lotsOf(half)).toEqual([
      ['2026-07-11', 150],
      ['2027-12-31', 300 + 193 + 200 - 96],
    ])
    const rest = refund(half, 2, 10_000 - 350, '2026-08-01')
    expect(rest.account.tail.find(({ kind }) => kind === 'pointsExpired')?.change.points).toBe(-150)
    expect(lotsOf(rest)).toEqual([
      ['2026-08-31', 350],
      ['2027-12-31', 500],
    ])
    expect(faults(rest)).toEqual([])
  })

  test('of an order whose points are pending takes them from there', () => {
    const waiting = withSettings({ earning: { releaseDays: 7 } })
    const sold = sell(sell(start, 10_000, {}, TODAY, waiting), 20_000, {}, TODAY, waiting)
    expect(sold.account.balances).toMatchObject({ points: 0, pendingPoints: 300 })
    const half = refund(sold, 1, 10_000, '2026-06-20', waiting)
    expect(half.account.balances).toMatchObject({ points: 0, pendingPoints: 200, pointsDebt: 0 })
    const later = settle(half.account, '2026-06-25', waiting, at('2026-06-25'))
    expect(later.balances).toMatchObject({ points: 200, pendingPoints: 0 })
    expect(
      refund({ ...half, account: later }, 1, 10_000, '2026-06-26', waiting).account.balances,
    ).toMatchObject({
      points: 100,
      pendingPoints: 0,
    })
  })

  test('leaves a debt that pending points repay when they come in', () => {
    const waiting = withSettings({ earning: { releaseDays: 7 } })
    const spent = sell(sell(start, 100_000), 2_000, { points: 1_000 })
    const owing = refund(sell(spent, 100_000, {}, TODAY, waiting), 0, 100_000)
    expect(owing.account.balances).toMatchObject({ points: 0, pendingPoints: 1_000, pointsDebt: -990 })
    const later = settle(owing.account, '2026-06-25', waiting, at('2026-06-25'))
    expect(later.balances).toMatchObject({ points: 10, pendingPoints: 0, pointsDebt: 0 })
    expect(later.tail.at(-1)?.basis).toMatchObject({ of: 'release', repaid: 990 })
  })

  test('of growth that has left the window takes nothing more', () => {
    const rolling = withSettings({ growth: { mode: { kind: 'rolling', windowDays: 30 } } })
    const sold = sell(sell(start, 10_000, {}, TODAY, rolling), 500, {}, '2026-07-10', rolling)
    const within = refund(sold, 0, 4_000, '2026-07-17', rolling)
    expect(within.account.balances.growth).toBe(65)
    const after = refund(within, 0, 6_000, '2026-07-20', rolling)
    expect(after.account.tail.slice(-2).map(({ kind, change }) => [kind, change.growth])).toEqual([
      ['growthLapsed', -60],
      ['orderRefunded', 0],
    ])
    expect(after.account.balances.growth).toBe(5)
    expect(faults(after)).toEqual([])
  })

  test('never gives back more than was paid, and never nothing', () => {
    const sold = sell(start, 10_000, { freightFen: 500 })
    const [order] = sold.orders
    const ask = (amountFen: number, freightFen: number) =>
      refundSale(
        sold.account,
        order as SaleDocument,
        { refundId: 'r', amountFen, freightFen },
        DEFAULT_SETTINGS,
        on(TODAY),
      )
    expect(ask(10_001, 0)).toMatchObject({ ok: false, error: { code: 'REFUND_TOO_MUCH', leftFen: 10_000 } })
    expect(ask(0, 501)).toMatchObject({ ok: false, error: { code: 'REFUND_TOO_MUCH', leftFreightFen: 500 } })
    expect(ask(0, 0)).toMatchObject({ ok: false, error: { code: 'REFUND_NOTHING' } })
    expect(ask(0, 500)).toMatchObject({ ok: true, value: { refund: { takenBackPoints: 0 } } })
  })

  test('an order that points paid whole comes back whole', () => {
    const all = withSettings({
      points: {
        toCash: {
          ...DEFAULT_SETTINGS.points.toCash,
          cap: { kind: 'shareOfPayable', shareBp: 10_000 },
          allowsZero: true,
        },
      },
    })
    const free = sell(sell(start, 100_000), 1_000, { points: 1_000 }, TODAY, all)
    expect(free.orders[1]?.amountFen).toBe(0)
    const back = refund(free, 1, 0)
    expect(back.account.balances.points).toBe(1_000)
    expect(back.orders[1]?.state).toBe('refunded')
    expect(() => refund(back, 1, 0)).toThrow('REFUND_NOTHING')
  })
})

test('any sequence of partial refunds ends where one full refund ends', () => {
  const anySale = fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 8 }),
    points: fc.nat(20),
    releaseDays: fc.constantFrom(0, 7),
    rate: fc.integer({ min: 1, max: 7 }),
    day: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(anySale, ({ parts, points, releaseDays, rate, day }) => {
      const settings = withSettings({ earning: { releaseDays, pointsPerYuan: rate } })
      const rich = sell(start, 1_000_000, {}, TODAY, withSettings({ earning: { pointsPerYuan: 7 } }))
      const paid = parts.reduce((sum, part) => sum + part, 0)
      const usedPoints = Math.min(points * 100, Math.floor(paid / 100) * 100)
      const sold = sell(rich, paid + usedPoints, { points: usedPoints }, TODAY, settings)
      const later = addDays(TODAY, day)
      const whole = refund(sold, 1, paid, later, settings)
      const inParts = parts.reduce((state, part) => refund(state, 1, part, later, settings), sold)
      expect(inParts.account.balances).toEqual(whole.account.balances)
      expect(lotsOf(inParts)).toEqual(lotsOf(whole))
      expect(inParts.account.pending).toEqual(whole.account.pending)
      expect(inParts.account.growthDays).toEqual(whole.account.growthDays)
      expect([faults(inParts), faults(whole)]).toEqual([[], []])
    }),
    { numRuns: 150 },
  )
})
