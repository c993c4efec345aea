import { startOfDay } from '@shared/kernel/businessDay'
import { addDays } from '@shared/kernel/day'
import fc from 'fast-check'
import { auditAccount } from '../account/audit'
import { NO_BALANCES, type Account } from '../account/account'
import { openFromImport } from '../member/join'
import { settle } from '../account/settle'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { importOrder, type PastOrder } from './importOrder'
import { cameBack } from './spend'

const NOW = Date.parse('2026-06-01T04:00:00Z')
const BY = 'staff:m0'

function opened(day: string): Account {
  const importedAs = { source: 'old-shop', customer: '1' }
  return openFromImport('m1', importedAs, day, startOfDay(day), NOW, DEFAULT_SETTINGS, BY)
}

function book(account: Account, order: Partial<PastOrder>): Account {
  const past: PastOrder = { orderId: 'o1', placedDay: '2026-01-10', quantity: 1, amountFen: 1177, ...order }
  return importOrder(account, past, DEFAULT_SETTINGS, NOW, BY)
}

test('an order earns one point and one growth a yuan, rounded down', () => {
  const account = book(opened('2026-01-10'), { amountFen: 1177 })
  expect(account.balances).toEqual({ ...NO_BALANCES, points: 11, growth: 11 })
  expect(account.lots).toEqual([{ validUntil: '2027-12-31', points: 11 }])
  expect(account.tail.at(-1)?.legs).toEqual([
    { account: 'store.cash.imported', unit: 'fen', amount: -1177 },
    { account: 'store.sales', unit: 'fen', amount: 1177 },
    { account: 'store.pointsIssued.order', unit: 'points', amount: -11 },
    { account: 'points', unit: 'points', amount: 11 },
    { account: 'store.growthIssued.order', unit: 'growth', amount: -11 },
    { account: 'growth', unit: 'growth', amount: 11 },
  ])
})

test('an order of nothing is an order: it counts, and moves nothing', () => {
  const account = book(opened('2026-01-10'), { amountFen: 0 })
  expect(account.spend).toMatchObject({ orders: 1, fen: 0 })
  expect(account.tail.at(-1)).toMatchObject({ kind: 'orderImported', legs: [], lots: [] })
})

test.each([
  [19_999, 'regular'],
  [20_000, 'bronze'],
  [100_000, 'silver'],
  [500_000, 'gold'],
  [1_500_000, 'diamond'],
  [5_000_000, 'black'],
])('%d fen in one order lead straight to %s', (amountFen, tier) => {
  expect(book(opened('2026-01-10'), { amountFen }).tier.id).toBe(tier)
})

test('the entry that lifts a member says from where, to where and why', () => {
  const entry = book(opened('2026-01-10'), { amountFen: 100_050 }).tail.at(-1)
  expect(entry?.tier).toMatchObject({
    kind: 'up',
    from: 'regular',
    to: 'silver',
    until: null,
    reason: {
      zh: '成长值达到 1000，消费满 1000.00 元',
      en: 'Reached 1000 growth points and spend of ¥1000.00',
    },
  })
})

test('a second day makes a member who came back; a second order on one day does not', () => {
  const once = book(opened('2026-01-10'), {})
  const sameDay = book(once, { orderId: 'o2' })
  const later = book(sameDay, { orderId: 'o3', placedDay: '2026-02-10' })
  expect([once, sameDay, later].map(({ spend }) => cameBack(spend))).toEqual([false, false, true])
  expect(later.tail.at(-1)?.basis).toMatchObject({ firstOrder: false, firstReturn: true })
  expect(once.tail.at(-1)?.basis).toMatchObject({ firstOrder: true, firstReturn: false })
})

test('points of a past year have lapsed by the time of a later order', () => {
  const account = book(book(opened('2022-05-01'), { placedDay: '2022-05-01' }), {
    orderId: 'o2',
    placedDay: '2024-02-01',
  })
  expect(account.tail.map(({ kind, day }) => [kind, day])).toEqual([
    ['memberJoined', '2022-05-01'],
    ['orderImported', '2022-05-01'],
    ['pointsExpired', '2023-12-31'],
    ['orderImported', '2024-02-01'],
  ])
})

test('any history, in any order, leaves books without a difference', () => {
  const anyOrder = fc.record({
    offset: fc.integer({ min: 0, max: 1_500 }),
    amountFen: fc.integer({ min: 0, max: 900_000 }),
  })
  fc.assert(
    fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 25 }), (history) => {
      const orders = history.map(({ offset, amountFen }, i) => ({
        orderId: `o${i}`,
        placedDay: addDays('2022-01-01', offset),
        quantity: 1,
        amountFen,
      }))
      const booked = orders.reduce((account, order) => book(account, order), opened('2022-01-01'))
      const account = settle(booked, '2026-06-01', DEFAULT_SETTINGS, NOW)
      const fen = orders.reduce((sum, order) => sum + order.amountFen, 0)
      expect(auditAccount(account, account.tail, { count: orders.length, fen })).toEqual([])
      expect(account.seq).toBe(account.tail.length)
      expect(new Set(account.tail.map(({ _id }) => _id)).size).toBe(account.tail.length)
    }),
    { numRuns: 100 },
  )
})

test('booking history tells nobody that points would lapse soon after a day long past', () => {
  const joined = { day: '2026-06-01', at: NOW, consentVersion: '1' }
  const member = book({ ...opened('2023-05-01'), joined }, { orderId: 'o1', placedDay: '2023-05-01' })
  const later = book(member, { orderId: 'o2', placedDay: '2024-12-10' })
  expect(later.lots.map(({ validUntil }) => validUntil)).toEqual(['2024-12-31', '2025-12-31'])
  expect(later.outgoing).toEqual([])
})
