import { addDays } from '@shared/kernel/day'
import { SETTLING_MS } from '../../cloudfunctions/database/journal'
import { TOTAL, type RollupDocument } from '../../cloudfunctions/database/rollups'
import { readFiledBefore } from '../../cloudfunctions/database/rollupsKept'
import { refreshRollups } from '../../cloudfunctions/usecases/overview/refreshRollups'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const START = '2026-03-01'
const DAYS = 35
const AMOUNT_FEN = 1_000

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(`${START}T04:00:00Z`)
  shop = await openShop()
  await shop.staff('owner', 'owner')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

/** A history of one order a day, the entries of which are in the journal but in no figures. */
async function importOrders(): Promise<void> {
  const rows = Array.from({ length: DAYS }, (_, day) => ({
    externalId: String(day),
    customer: String(day % 5),
    placedDay: addDays(START, -1 - day),
    quantity: 1,
    amountFen: AMOUNT_FEN,
  }))
  await shop.merchant('owner', 'orders.import', { source: 'old', rows })
  const { drainTails } = await import('../../cloudfunctions/usecases/books/drainTails')
  await drainTails({ ...run(), hasTime: () => true })
}

const run = () => ({
  cloud: shop.cloud,
  at: Date.now(),
  settings: () => Promise.reject(new Error('no settings are needed')),
  payments: () => null,
  alert: () => undefined,
  shipping: () => null,
  secret: '',
})

/** A run with time for so many slices of days. */
function refresh(slices: number): Promise<Record<string, number>> {
  let left = slices
  return refreshRollups({ ...run(), hasTime: () => left-- > 0 })
}

const rollups = async () =>
  (await shop.cloud.db.collection('rollups').limit(1_000).get()).data as RollupDocument[]
const ordersIn = async (of: 'day' | 'total') =>
  (await rollups()).filter((each) => each.of === of).reduce((sum, { orders }) => sum + orders, 0)

test('runs that are cut short get on by turns: no day is computed twice, and the last one ends it', async () => {
  await importOrders()
  jest.setSystemTime(Date.now() + SETTLING_MS)
  const computed: number[] = []
  // Today is always computed, with the first of the others.
  for (const expected of [9, 18, 27]) {
    computed.push((await refresh(1)).days ?? 0)
    expect(await ordersIn('day')).toBe(expected)
    expect(await ordersIn('total')).toBe(expected)
    expect(await readFiledBefore(shop.cloud)).toBe(0)
  }
  computed.push((await refresh(2)).days ?? 0)
  expect(computed).toEqual([10, 10, 10, 9])
  expect(await ordersIn('total')).toBe(DAYS)
  expect(await readFiledBefore(shop.cloud)).toBe(Date.now() - SETTLING_MS)
  expect((await refresh(2)).days).toBe(1)
  expect((await rollups()).find(({ _id }) => _id === TOTAL)?.salesFen).toBe(DAYS * AMOUNT_FEN)
})

test('a day whose entries came in lately is computed again until they have settled', async () => {
  await importOrders()
  expect((await refresh(10)).days).toBe(1 + DAYS)
  jest.setSystemTime(Date.now() + SETTLING_MS - 1)
  expect((await refresh(10)).days).toBe(1 + DAYS)
  jest.setSystemTime(Date.now() + 1)
  expect((await refresh(10)).days).toBe(1 + DAYS)
  jest.setSystemTime(Date.now() + SETTLING_MS)
  expect((await refresh(10)).days).toBe(1)
})

test('more entries of one instant than a slice holds are got past, each of their days and what came later', async () => {
  const filedAt = Date.now()
  const entry = (number: number, filed: number) => ({
    _id: `entry-${number}`,
    day: addDays(START, -(number % 400)),
    kind: 'checkin',
    tier: null,
    change: { points: 1, pendingPoints: 0, pointsDebt: 0 },
    basis: { of: 'checkin' },
    filedAt: filed,
  })
  const entries = Array.from({ length: 5_200 }, (_, number) => entry(number, filedAt))
  for (let from = 0; from < entries.length; from += 500)
    await shop.cloud.db.collection('journal').add(entries.slice(from, from + 500))
  await shop.cloud.db
    .collection('journal')
    .add([{ ...entry(450, filedAt + 1), _id: 'later', day: '2020-01-01' }])
  jest.setSystemTime(filedAt + 2 * SETTLING_MS)
  expect((await refresh(100)).days).toBe(401)
  expect((await rollups()).find(({ _id }) => _id === TOTAL)?.checkins).toBe(5_201)
  expect(await readFiledBefore(shop.cloud)).toBe(filedAt + SETTLING_MS)
})
