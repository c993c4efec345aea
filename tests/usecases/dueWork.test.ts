import type { Account } from '@shared/rules/account/account'
import { getByIds } from '../../cloudfunctions/database/documentAccess'
import { fakeDate } from '../support/fakeDate'
import { addMembers } from '../support/manyMembers'
import { openShop, SHOP_ENV, type Shop } from '../support/shop'

const MEMBERS = 23_544
const DUE = 1_000
/** What joining in 2026 earned has lapsed; what joining in 2027 earned is not even to be told of. */
const TODAY = '2028-01-01T04:00:00Z'

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(TODAY)
  shop = await openShop()
  await shop.makeIndexes()
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

const idsOf = (kind: string, count: number) =>
  Array.from({ length: count }, (_, number) => shop.memberId(`${kind}-${number}`))

test('what fell due for 1,000 of 23,544 members costs two documents for each of them, and nobody else is read', async () => {
  const due = idsOf('due', DUE)
  await addMembers(shop.gateway, SHOP_ENV, idsOf('other', MEMBERS - DUE), '2027-06-01')
  await addMembers(shop.gateway, SHOP_ENV, due, '2026-06-01')

  await shop.gateway.resetStats()
  expect(await shop.timer('hourly')).toMatchObject({ value: { settleDue: { members: DUE } } })
  const { documentsRead, byCollection } = shop.gateway.stats()
  // Read as it is found by its due day, and met by the write that names its version.
  // The reminders of coupons write how far they have come after each of the days ahead.
  expect(documentsRead).toEqual({ members: 2 * DUE, cursors: 3 })
  expect(byCollection.members).toBeLessThanOrEqual(DUE + DUE / 100 + 1)

  const accounts = await getByIds<Account>(shop.cloud, 'members', due)
  expect(accounts).toHaveLength(DUE)
  for (const { balances, lots, tail, dueDay } of accounts) {
    expect([balances.points, lots, dueDay]).toEqual([0, [], null])
    expect(tail).toMatchObject([{ kind: 'pointsExpired', day: '2027-12-31' }])
  }

  await shop.gateway.resetStats()
  expect(await shop.timer('hourly')).toMatchObject({ value: { settleDue: { members: 0 } } })
  // How far the reminders of coupons have come.
  expect(shop.gateway.stats().documentsRead).toEqual({ cursors: 1 })
})
