import type { Account } from '@shared/rules/account/account'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { readEntriesBelow } from '../../cloudfunctions/database/journal'
import { completePage } from '../../cloudfunctions/usecases/points/ledgerPage'
import { drain } from '../../cloudfunctions/database/drain'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const START = Date.parse('2026-03-01T04:00:00Z')
const DAY = 86_400_000

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(new Date(START).toISOString())
  shop = await openShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

async function ledgerOf(openid: string) {
  const entries = []
  for (let cursor: number | null | undefined; cursor !== null;) {
    const page = await shop.shopper(openid, 'points.ledger', cursor ? { cursor } : {})
    if (!page.ok) throw new Error(page.error.message)
    entries.push(...page.value.entries)
    cursor = page.value.nextCursor
  }
  return entries
}

async function checkInFor(openid: string, days: number) {
  for (let i = 0; i < days; i += 1) {
    await shop.shopper(openid, 'checkin.checkIn', {})
    jest.setSystemTime(Date.now() + DAY)
  }
}

test('the ledger is the same before, during and after a drain, and however often it is done', async () => {
  const memberId = await shop.join('drained')
  await checkInFor('drained', 5)
  const before = await ledgerOf('drained')
  const account = (await getById<Account>(shop.cloud, 'members', memberId)) as Account
  expect(account.tail).toHaveLength(6)
  // Stopped between filing and trimming: the entries are in both places.
  await shop.cloud.db
    .collection('journal')
    .add(account.tail.slice(0, 3).map((entry) => ({ ...entry, filedAt: 1 })))
  expect(await ledgerOf('drained')).toEqual(before)
  await shop.timer('everyMinute')
  expect(await ledgerOf('drained')).toEqual(before)
  expect(await getById<Account>(shop.cloud, 'members', memberId)).toMatchObject({ tail: [], tailSince: null })
  await drain(shop.cloud, [account], Date.now())
  expect(await ledgerOf('drained')).toEqual(before)
})

test('a page whose entries were on their way into the journal while it was read is completed', async () => {
  const memberId = await shop.join('moving')
  await checkInFor('moving', 3)
  await shop.timer('everyMinute')
  const trimmed = (await getById<Account>(shop.cloud, 'members', memberId)) as Account
  const readTooEarly: never[] = []
  const page = await completePage(shop.cloud, trimmed, Number.MAX_SAFE_INTEGER, readTooEarly)
  expect(page.map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
})

test('a page is whole though more came in after the account was read than a page takes', async () => {
  const memberId = await shop.join('overtaken')
  await checkInFor('overtaken', 3)
  await shop.timer('everyMinute')
  const early = (await getById<Account>(shop.cloud, 'members', memberId)) as Account
  await checkInFor('overtaken', 25)
  await shop.timer('everyMinute')
  const readLate = await readEntriesBelow(shop.cloud, memberId, Number.MAX_SAFE_INTEGER, 20)
  const page = await completePage(shop.cloud, early, Number.MAX_SAFE_INTEGER, readLate)
  expect(page.map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
})

test('a tail that grew long is moved on by the next command, and stays bounded', async () => {
  const memberId = await shop.join('long')
  await checkInFor('long', 70)
  const account = (await getById<Account>(shop.cloud, 'members', memberId)) as Account
  expect(account.tail.length).toBeLessThanOrEqual(24)
  const entries = await ledgerOf('long')
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 71 }, (_, i) => 71 - i))
  expect(entries[0]).toMatchObject({ kind: 'checkin', after: { points: account.balances.points } })
})

test('points lapse after their last day, for those who have such, and nobody else is read', async () => {
  for (const openid of ['a', 'b', 'c']) {
    await shop.join(openid)
    await shop.shopper(openid, 'checkin.checkIn', {})
  }
  await shop.timer('everyMinute')
  jest.setSystemTime(Date.parse('2027-12-31T15:59:00Z'))
  // The last reminder is due, and nothing has lapsed yet.
  expect(await shop.timer('hourly')).toMatchObject({ value: { settleDue: { members: 3 } } })
  expect(await shop.timer('hourly')).toMatchObject({ value: { settleDue: { members: 0 } } })
  await shop.timer('everyMinute')
  jest.setSystemTime(Date.parse('2027-12-31T16:00:00Z'))
  await shop.shopper('c', 'checkin.checkIn', {})
  await shop.gateway.resetStats()
  expect(await shop.timer('hourly')).toMatchObject({ value: { settleDue: { members: 2 } } })
  // The query of who is due, and for each of the two a write.
  expect((await shop.gateway.stats()).byCollection.members).toBe(1 + 2)
  expect(await shop.timer('hourly')).toMatchObject({ value: { settleDue: { members: 0 } } })
  const entries = await ledgerOf('a')
  expect(entries[0]).toMatchObject({
    kind: 'pointsExpired',
    day: '2027-12-31',
    points: -5,
    after: { points: 0 },
  })
})

test('the merchant’s figures follow the journal, late drains and imports of the past included', async () => {
  await shop.staff('owner', 'owner')
  await shop.join('one')
  await shop.shopper('one', 'checkin.checkIn', {})
  const rows = [
    { externalId: '1', customer: 'a', placedDay: '2026-01-05', quantity: 1, amountFen: 150_000 },
    { externalId: '2', customer: 'a', placedDay: '2026-02-05', quantity: 1, amountFen: 50_000 },
    { externalId: '3', customer: 'b', placedDay: '2026-03-01', quantity: 1, amountFen: 10_000 },
  ]
  await shop.merchant('owner', 'orders.import', { source: 'old', rows })
  await shop.timer('everyMinute')
  const read = async () => {
    const figures = await shop.merchant('owner', 'overview.read', {})
    if (!figures.ok) throw new Error(figures.error.message)
    return figures.value
  }
  const first = await read()
  expect(first).toMatchObject({
    members: 3,
    orders: 3,
    salesFen: 210_000,
    averageOrderFen: 70_000,
    buyers: 2,
    repeatBuyers: 1,
    repurchaseBp: 5_000,
    pointsOutstanding: 2_105,
    today: { day: '2026-03-01', newMembers: 2, orders: 1, salesFen: 10_000, checkins: 1, pointsIssued: 105 },
  })
  expect(first.membersByTier.map(({ tier, members }) => [tier.id, members])).toEqual([
    ['regular', 2],
    ['bronze', 0],
    ['silver', 1],
    ['gold', 0],
    ['diamond', 0],
    ['black', 0],
  ])
  await shop.timer('everyMinute')
  expect({ ...(await read()), asOf: 0 }).toEqual({ ...first, asOf: 0 })
  await shop.gateway.resetStats()
  await read()
  expect((await shop.gateway.stats()).byCollection).toEqual({
    staff: 1,
    billChecks: 1,
    refunds: 1,
    rollups: 1,
    bookChecks: 1,
  })
})
