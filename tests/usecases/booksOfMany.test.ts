import { auditBooks } from '../support/auditBooks'
import { makeManyMembers } from '../support/manyBooks'
import { openShop, type Shop } from '../support/shop'

const MEMBERS = 20_000

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.makeIndexes()
  await shop.staff('owner', 'owner')
})
afterAll(() => shop.close())

test('a difference of one point among 20,000 members is found and named', async () => {
  const ids = await makeManyMembers(shop, MEMBERS)
  const member = ids[13_131] ?? ''
  await shop.cloud.db
    .collection('members')
    .doc(member)
    .update({ balances: { points: shop.cloud.db.command.inc(1) } })
  const result = await auditBooks((name, input) => shop.merchant('owner', name, input))
  expect(result).toMatchObject({ members: MEMBERS, entries: 2 * MEMBERS, differenceCount: 1 })
  expect(result.differences).toEqual([
    {
      of: 'member',
      member,
      day: null,
      check: 'points',
      words: { zh: '积分与明细不一致', en: 'Points disagree with the entries' },
      unit: 'points',
      expected: 5,
      found: 6,
    },
  ])
}, 120_000)
