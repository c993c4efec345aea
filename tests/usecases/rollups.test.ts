import { entryKind } from '@shared/contracts/shapes'
import type { Account } from '@shared/rules/account/account'
import type { OrderDocument } from '@shared/rules/orders/order'
import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { put } from '../../cloudfunctions/database/documentAccess'
import type { JournalDocument } from '../../cloudfunctions/database/documents'
import { TOTAL, type RollupDocument } from '../../cloudfunctions/database/rollups'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'

let shop: Shop
const DAY = 86_400_000
const SALE_DAY = '2026-03-01'
const REFUND_DAY = '2026-03-02'

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(`${SALE_DAY}T04:00:00Z`)
  shop = await openShop()
  await shop.staff('owner', 'owner')
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

const pass = (days: number) => jest.setSystemTime(Date.now() + days * DAY)

async function sell(openid: string, number: string, amountFen: number, points = 0): Promise<void> {
  const lines = [{ category: null, product: null, quantity: 1, amountFen }]
  const input = { member: shop.memberId(openid), number, lines, freightFen: 800, points }
  const sold = await shop.merchant('owner', 'orders.record', input)
  if (!sold.ok) throw new Error(sold.error.message)
}

async function refund(openid: string, number: string, amountFen: number): Promise<void> {
  const input = { member: shop.memberId(openid), orderId: `counter:${number}`, refundId: number, amountFen }
  const refunded = await shop.merchant('owner', 'orders.refund', input)
  if (!refunded.ok) throw new Error(refunded.error.message)
}

async function settingsAre(topics: Partial<Settings>): Promise<void> {
  for (const [topic, value] of Object.entries(topics))
    await put(shop.cloud, 'settings', { _id: topic, value } as { _id: string })
  // What an instance read is kept for five seconds.
  jest.setSystemTime(Date.now() + 6_000)
}

const all = async <T>(name: string) =>
  (await shop.cloud.db.collection(name).limit(1_000).get()).data as unknown as T[]

/** Figures by day, after the timers have run. */
async function figures(): Promise<(day: string) => RollupDocument> {
  await shop.timer('everyMinute')
  const documents = new Map((await all<RollupDocument>('rollups')).map((each) => [each._id, each]))
  return (day) => {
    const found = documents.get(day)
    if (!found) throw new Error(`no figures of ${day}`)
    return found
  }
}

async function expectAgreement(total: RollupDocument): Promise<void> {
  const [members, orders] = await Promise.all([all<Account>('members'), all<OrderDocument>('orders')])
  const held = members.map(
    ({ balances: { points, pendingPoints, pointsDebt } }) => points + pendingPoints + pointsDebt,
  )
  expect(total.pointsIssued - total.pointsSpent - total.pointsExpired).toBe(sum(held))
  expect(total.salesFen).toBe(sum(orders.map(({ netFen }) => netFen)))
  expect(total.orders).toBe(orders.length)
}

const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)

/** Entries about levels, which the figures of points leave alone; what comes with a level has its own tests. */
const OF_LEVELS = new Set(['tierJudged', 'tierGiven', 'tierTakenBack', 'upgradePoints', 'benefitGranted'])

/** Entries about stored value, memberships and gift cards: the table of figures does not compile without them. */
const OF_MONEY = new Set([
  'toppedUp',
  'walletRefunded',
  'walletRefundReturned',
  'bonusConverted',
  'membershipPaid',
  'membershipRefunded',
  'giftCardsBought',
  'giftCardClaimed',
  'giftCardReturned',
  'refundedByHand',
])

test('with every kind of entry, points issued less spent and lapsed are what members have, expect and owe', async () => {
  for (const openid of ['buyer', 'debtor']) await shop.join(openid)
  await shop.shopper('buyer', 'checkin.checkIn', {})
  const row = { externalId: '1', customer: 'old', placedDay: '2026-01-05', quantity: 1, amountFen: 150_000 }
  await shop.merchant('owner', 'orders.import', { source: 'old', rows: [row] })
  await sell('buyer', 'B1', 100_000)
  await sell('buyer', 'B2', 27_000, 500)
  await sell('debtor', 'D1', 50_000)
  await sell('debtor', 'D2', 1_000, 500)
  const first = await figures()
  // 5 for the check-in, 1,000, 265, 500 and 5 for the sales: what points took off earns nothing.
  expect(first(SALE_DAY)).toMatchObject({
    orders: 4,
    salesFen: 100_000 + 26_500 + 50_000 + 500,
    pointsIssued: 5 + 1_000 + 265 + 500 + 5,
    pointsSpent: 1_000,
    pointsExpired: 0,
    newBuyers: 2,
    newRepeatBuyers: 0,
  })
  expect(first(row.placedDay)).toMatchObject({ orders: 1, salesFen: 150_000, pointsIssued: 1_500 })
  await expectAgreement(first(TOTAL))

  pass(1)
  await refund('buyer', 'B2', 5_300)
  await refund('debtor', 'D1', 50_000)
  await settingsAre({ earning: { ...DEFAULT_SETTINGS.earning, version: 1, releaseDays: 7 } })
  await sell('buyer', 'B3', 20_000)
  await refund('buyer', 'B3', 10_000)
  await sell('debtor', 'D3', 8_000)
  const second = await figures()
  // A fifth of B2 goes back: 53 of 265 earned, 100 of 500 used. The debtor owes 495 of the 500 earned.
  expect(second(REFUND_DAY)).toMatchObject({
    orders: 2,
    salesFen: 28_000 - 5_300 - 50_000 - 10_000,
    pointsIssued: 200 + 80 - 53 - 500 - 100,
    pointsSpent: -100,
    newBuyers: 0,
    newRepeatBuyers: 2,
  })
  expect(second(SALE_DAY)).toEqual({ ...first(SALE_DAY), computedAt: second(SALE_DAY).computedAt })
  await expectAgreement(second(TOTAL))
  const debtor = (await all<Account>('members')).find(({ _id }) => _id === shop.memberId('debtor'))
  expect(debtor?.balances).toMatchObject({ points: 0, pendingPoints: 80, pointsDebt: -495 })

  pass(7)
  const rolling = { version: 1, mode: { kind: 'rolling', windowDays: 30 } } as const
  await settingsAre({ growth: rolling })
  await shop.timer('hourly')
  const third = await figures()
  expect(third('2026-03-09')).toMatchObject({ orders: 0, salesFen: 0, pointsIssued: 0, pointsSpent: 0 })
  await expectAgreement(third(TOTAL))

  pass(30)
  await shop.timer('hourly')
  await expectAgreement((await figures())(TOTAL))

  jest.setSystemTime(Date.parse('2028-01-01T04:00:00Z'))
  await shop.timer('hourly')
  const last = await figures()
  expect(last('2027-12-31').pointsExpired).toBe(1_500 + 5 + 1_000 + 212 - 400 + 100)
  await expectAgreement(last(TOTAL))

  const kinds = new Set((await all<JournalDocument>('journal')).map(({ kind }) => kind))
  const others = entryKind.options.filter((kind) => !OF_LEVELS.has(kind) && !OF_MONEY.has(kind))
  expect([...kinds].sort()).toEqual(others.sort())
})
