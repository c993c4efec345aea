import { getById } from '../../cloudfunctions/database/documentAccess'
import { computeDays } from '../../cloudfunctions/database/rollups'
import { keepDays } from '../../cloudfunctions/database/rollupsKept'
import { auditBooks } from '../support/auditBooks'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SOUND = { differenceCount: 0, differences: [] }

let shop: Shop

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate('2026-03-01T04:00:00Z')
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('owner', 'owner')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.restoreAllMocks()
  jest.resetModules()
})

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const audited = () => auditBooks((name, input) => shop.merchant('owner', name, input))

async function plantFigure(id: string, figure: string): Promise<void> {
  const { command } = shop.cloud.db
  await shop.cloud.db
    .collection('rollups')
    .doc(id)
    .update({ [figure]: command.inc(1) })
}

async function checkedIn(openid: string): Promise<string> {
  const member = await shop.join(openid)
  await shop.shopper(openid, 'checkin.checkIn', {})
  return member
}

/** A day on which members joined and checked in, long enough ago for the figures to have settled. */
async function settledDay(...openids: string[]): Promise<string[]> {
  const members: string[] = []
  for (const openid of openids) members.push(await checkedIn(openid))
  await shop.timer('everyMinute')
  pass(DAY)
  await shop.timer('everyMinute')
  await shop.timer('everyMinute')
  return members
}

describe('the figures of the shop', () => {
  test('of every day are what the journal makes of them', async () => {
    await settledDay('a', 'b')
    await checkedIn('c')
    await shop.timer('everyMinute')
    expect(await audited()).toMatchObject({ days: 2, ...SOUND })
  })

  test('that drifted are found and named', async () => {
    await settledDay('a', 'b')
    await plantFigure('2026-03-01', 'pointsIssued')
    expect((await audited()).differences).toEqual([
      {
        of: 'day',
        member: null,
        day: '2026-03-01',
        check: 'pointsIssued',
        words: {
          zh: '“发放积分”与明细不一致',
          en: 'The figure for points issued disagrees with the entries',
        },
        unit: 'points',
        expected: 10,
        found: 11,
      },
      // The total that was summed before the day drifted.
      expect.objectContaining({ day: null, check: 'pointsIssued', expected: 11, found: 10 }),
    ])
  })

  test('that drifted are right again once the day was removed and the figures begin anew', async () => {
    await settledDay('a', 'b')
    await plantFigure('2026-03-01', 'pointsIssued')
    await shop.cloud.db.collection('rollups').doc('2026-03-01').remove()
    await shop.cloud.db.collection('cursors').doc('rollups').update({ filedBefore: 0 })
    await shop.timer('everyMinute')
    expect(await audited()).toMatchObject({ days: 2, ...SOUND })
  })

  test('of a day whose moves between levels drifted are named', async () => {
    await settledDay('a')
    await shop.cloud.db
      .collection('rollups')
      .doc('2026-03-01')
      .update({ tierFlows: shop.cloud.db.command.set([]) })
    expect((await audited()).differences[0]).toMatchObject({
      day: '2026-03-01',
      check: 'tierMoves',
      expected: 1,
      found: 0,
    })
  })

  test('that are missing for a day are found', async () => {
    await settledDay('a')
    await shop.cloud.db.collection('rollups').doc('2026-03-01').remove()
    const { differences, days } = await audited()
    expect(days).toBe(2)
    expect(differences.filter(({ day }) => day === '2026-03-01')).toMatchObject([
      { check: 'newMembers', expected: 1, found: 0 },
      { check: 'pointsIssued', expected: 5, found: 0 },
      { check: 'checkins', expected: 1, found: 0 },
      { check: 'tierMoves', expected: 1, found: 0 },
    ])
  })

  test('that have not come to an entry yet are no difference', async () => {
    await settledDay('a')
    const rows = [{ externalId: '1', customer: 'late', placedDay: '2026-03-01', quantity: 1, amountFen: 100 }]
    await shop.merchant('owner', 'orders.import', { source: 'late', rows })
    expect(await audited()).toMatchObject({ members: 2, orders: 1, ...SOUND })
    await shop.timer('everyMinute')
    expect(await audited()).toMatchObject(SOUND)
  })

  test('are kept by the later of two runs, whichever is slower', async () => {
    await settledDay('a')
    const [figures] = await computeDays(shop.cloud, ['2026-03-01'], Date.now())
    if (!figures) throw new Error('no figures')
    await keepDays(shop.cloud, [{ ...figures, checkins: 9, computedAt: figures.computedAt - 1 }])
    expect(await audited()).toMatchObject(SOUND)
    await keepDays(shop.cloud, [{ ...figures, checkins: 9 }])
    expect((await audited()).differences).toMatchObject([{ check: 'checkins', found: 9 }, { day: null }])
  })

  test('of a total that is not the sum of the days are named', async () => {
    await settledDay('a')
    pass(2 * MINUTE)
    await shop.timer('everyMinute')
    await plantFigure('total', 'checkins')
    expect((await audited()).differences).toMatchObject([
      { of: 'day', day: null, check: 'checkins', expected: 1, found: 2 },
    ])
  })

  test('of a total that a refresh has not come to yet are no difference', async () => {
    await settledDay('a')
    pass(MINUTE)
    const day = await getById<{ _id: string }>(shop.cloud, 'rollups', '2026-03-01')
    await shop.cloud.db
      .collection('rollups')
      .add({ ...day, _id: '2026-02-28', checkins: 0, pointsIssued: 0, newMembers: 0, tierFlows: [] })
    await plantFigure('total', 'checkins')
    await shop.cloud.db.collection('rollups').doc('2026-02-28').update({ computedAt: Date.now() })
    expect(await audited()).toMatchObject(SOUND)
  })
})

test('a member who is gone while their entries are there is missing from the shop as a whole', async () => {
  const [member = ''] = await settledDay('a', 'b')
  await shop.cloud.db.collection('members').doc(member).remove()
  expect((await audited()).differences).toMatchObject([
    { of: 'store', member: null, day: null, check: 'storePoints', unit: 'points', expected: 10, found: 5 },
    { of: 'store', check: 'storeGrowth', expected: 2, found: 1 },
  ])
})
