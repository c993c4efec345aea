import { addDays } from '@shared/kernel/day'
import { fakeDate } from '../support/fakeDate'
import { accountOf } from '../support/outbox'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const START = '2026-03-15'
/** More than the tail takes as often as a command tries again. */
const DAYS = 620

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(`${START}T04:00:00Z`)
  shop = await openShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

test('a command catches a member up on all that fell due in years, however often their tail has to be moved on', async () => {
  const memberId = await shop.join('regular')
  // As somebody has who earned a point on each of so many days.
  const lots = Array.from({ length: DAYS }, (_, day) => ({ validUntil: addDays(START, day), points: 1 }))
  const held = { lots, 'balances.points': DAYS, dueDay: addDays(START, 1) }
  await shop.cloud.db.collection('members').doc(memberId).update(held)
  const before = await accountOf(shop, memberId)
  jest.setSystemTime(Date.parse(`${addDays(START, 2 * DAYS)}T04:00:00Z`))
  expect(await shop.shopper('regular', 'checkin.checkIn', {})).toMatchObject({ ok: true })
  const after = await accountOf(shop, memberId)
  expect(after.seq).toBe(before.seq + DAYS + 1)
  expect(after.balances.points).toBe(5)
})
