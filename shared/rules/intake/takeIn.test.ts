import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import fc from 'fast-check'
import type { Account } from '../account/account'
import { auditAccount } from '../account/audit'
import type { Benefit } from '../benefits/benefit'
import { openFromImport } from '../member/join'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { takeIn, type ToldOf } from './takeIn'
import type { IntakeOrder, ToldOrder, ToldRefund } from './told'

const TODAY = '2026-06-01'
const NOW = startOfDay(TODAY) + 12 * 3_600_000
const OCCASION = { today: TODAY, at: NOW, by: 'system' } as const

type Event =
  | { readonly of: 'order'; readonly orderId: string; readonly told: ToldOrder }
  | { readonly of: 'refund'; readonly orderId: string; readonly told: ToldRefund }

/** Double points for silver members; a cap and days to wait on what orders earn. */
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  earning: { ...DEFAULT_SETTINGS.earning, dailyCaps: { order: 300 }, releaseDays: 10 },
  benefits: {
    ...DEFAULT_SETTINGS.benefits,
    benefits: [double('silver')],
  },
}

function double(levelId: string): Benefit {
  return {
    id: `double-${levelId}`,
    levelId,
    for: 'everyone',
    name: { zh: '双倍积分', en: 'Double points' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-01-01',
    perk: { of: 'pointsMultiplier', rateBp: 20_000 },
  }
}

function order(orderId: string, day: Day, amounts: readonly number[]): Event {
  const lines = amounts.map((amountFen) => ({ category: null, product: null, quantity: 1, amountFen }))
  const told = { orderId, externalId: orderId, source: 'mall', memberId: 'm1', customer: 'c1' }
  const placedAt = startOfDay(day) + 9 * 3_600_000
  return { of: 'order', orderId, told: { ...told, placedAt, placedDay: day, lines, freightFen: 0 } }
}

const refund = (orderId: string, refundId: string, amountFen: number): Event => ({
  of: 'refund',
  orderId,
  told: { refundId, amountFen, freightFen: 0 },
})

/** Somebody whom the shop has known for long. */
const knownBefore = openFromImport(
  'm1',
  { source: 'mall', customer: 'c1' },
  '2026-01-01',
  startOfDay('2026-01-01'),
  startOfDay('2026-01-01'),
  settings,
  'system',
)

class Told {
  account: Account | null
  readonly orders = new Map<string, IntakeOrder>()

  constructor(known: Account | null = null) {
    this.account = known
  }

  batch(events: readonly Event[]): string[] {
    const ids = [...new Set(events.map(({ orderId }) => orderId))]
    const told = ids.map((orderId): ToldOf => {
      const own = events
        .map((event, index) => ({ event, index }))
        .filter(({ event }) => event.orderId === orderId)
      return {
        orderId,
        externalId: orderId,
        source: 'mall',
        known: this.orders.get(orderId) ?? null,
        orders: own.flatMap(({ event, index }) => (event.of === 'order' ? { index, told: event.told } : [])),
        refunds: own.flatMap(({ event, index }) =>
          event.of === 'refund' ? { index, told: event.told } : [],
        ),
      }
    })
    const { account, changed, taken } = takeIn(this.account, told, settings, OCCASION)
    this.account = account
    for (const [id, changedOrder] of changed) this.orders.set(id, changedOrder)
    return events.map((_, index) => {
      const each = taken.get(index)
      return each?.ok ? each.value.status : (each?.error.code ?? 'nothing')
    })
  }

  get state() {
    if (!this.account) return null
    const { balances, lots, pending, growthDays, bought, spend, tier } = this.account
    const orders = [...this.orders.values()].map((each) =>
      each.kind === 'sale' ? [each._id, each.netFen, each.state, each.earned] : [each._id, each.kind],
    )
    return {
      ...{ balances, lots, pending, growthDays, bought, spend },
      tier: [tier.id, tier.since],
      orders: orders.sort(),
    }
  }

  get differences() {
    const sales = [...this.orders.values()].filter((each) => each.kind === 'sale')
    const fen = sales.reduce((sum, { netFen }) => sum + netFen, 0)
    const count = sales.filter(({ state }) => state === 'completed').length
    return this.account ? auditAccount(this.account, this.account.tail, { count, fen }) : []
  }
}

const history: fc.Arbitrary<Event[]> = fc
  .array(
    fc.record({
      offset: fc.integer({ min: 0, max: 148 }),
      amounts: fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 3 }),
      parts: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((orders) =>
    orders.flatMap(({ offset, amounts, parts }, i) => {
      const id = `o${i}`
      const sum = amounts.reduce((all, fen) => all + fen, 0)
      const refunds = parts
        .map((percent, n) => refund(id, `r${n}`, Math.floor((sum * percent) / 125)))
        .filter(({ told }) => (told as ToldRefund).amountFen > 0)
      return [order(id, addDays('2026-01-03', offset), amounts), ...refunds]
    }),
  )

test('events in any sequence, in any batches and told again end in one state, with sound books', () => {
  const cut = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(history, fc.array(cut, { minLength: 40, maxLength: 40 }), fc.nat(), (events, cuts, seed) => {
      const known = seed % 3 === 0 ? null : knownBefore
      const clean = new Told(known)
      for (const event of events) clean.batch([event])
      const again = events.filter((_, i) => (seed >> (i % 16)) % 2 === 0)
      const mixed = [...events, ...again]
        .map((event, i) => ({ event, key: Math.imul(seed + i * 7_919, 0x9e3779b1) >>> 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event)
      const told = new Told(known)
      for (let at = 0, n = 0; at < mixed.length; at += cuts[n++ % cuts.length] ?? 1)
        told.batch(mixed.slice(at, at + (cuts[n % cuts.length] ?? 1)))
      expect(told.state).toEqual(clean.state)
      expect(told.differences).toEqual([])
      expect(clean.differences).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('the level multiplies as it stood when the first order of the day was told', () => {
  const known = new Told()
  known.batch([order('o1', '2026-05-20', [100_000])])
  expect(known.account?.tier.id).toBe('silver')
  expect(known.account?.pending.map(({ points }) => points)).toEqual([])
  known.batch([order('o2', '2026-05-30', [10_000])])
  expect(known.orders.get('o2')).toMatchObject({ earned: { points: 100 } })
  const { intakeFacts: _, ...yesterday } = known.account as Account
  const today = new Told(yesterday)
  today.batch([order('o3', '2026-05-30', [10_000])])
  expect(today.orders.get('o3')).toMatchObject({ earned: { points: 200, releaseDay: '2026-06-09' } })
})

test('a late order counts on its own day, and the level is reached today', () => {
  const told = new Told(knownBefore)
  told.batch([order('o1', '2026-02-10', [100_000])])
  expect(told.account).toMatchObject({
    growthDays: [{ day: '2026-02-10' }],
    bought: [{ day: '2026-02-10', imported: false }],
    tier: { id: 'silver', since: TODAY },
  })
  expect(told.account?.tail.find(({ kind }) => kind === 'orderPaid')).toMatchObject({
    day: '2026-02-10',
    recordedAt: NOW,
    legs: expect.arrayContaining([
      { account: 'store.cash.intake', unit: 'fen', amount: -100_000 },
    ]) as unknown,
  })
})
