import type { InputOf } from '@shared/contracts'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { accountOf, inboxOf, outboxOf } from '../support/outbox'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Shop } from '../support/shop'
import { writeBenefits, writeLevels, YEARLY } from '../support/writeLevels'

const DAY = 86_400_000
/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

let shop: Shop

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  // The SDK complains of a call whose answer was made to get lost.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  fakeDate('2026-03-01T04:00:00Z')
  shop = await openShop()
  await shop.staff('owner', 'owner')
  await writeLevels(shop, YEARLY)
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const until = (iso: string) => jest.setSystemTime(Date.parse(iso))

async function merchant(name: 'orders.record' | 'orders.refund' | 'orders.import', input: unknown) {
  const answer = await shop.merchant('owner', name, input as InputOf<typeof name>)
  if (!answer.ok) throw new Error(answer.error.message)
}

const sell = (member: string, number: string, yuan: number) =>
  merchant('orders.record', {
    member,
    number,
    lines: [{ category: null, product: null, quantity: 1, amountFen: yuan * 100 }],
  })
const refund = (member: string, number: string, yuan: number) =>
  merchant('orders.refund', {
    member,
    orderId: `counter:${number}`,
    refundId: 'r',
    amountFen: yuan * 100,
  })
const row = (openid: string, externalId: string, placedDay: string, yuan: number) => ({
  externalId,
  customer: openid,
  openid,
  placedDay,
  quantity: 1,
  amountFen: yuan * 100,
})

/** Runs the minute's timer and answers what each member has been told of their level, newest last. */
async function told(): Promise<{ member: string; kind: string; en: string }[]> {
  pass(60_000)
  await shop.timer('everyMinute')
  const messages = [...(await inboxOf(shop))].sort((a, b) => a.at - b.at)
  return messages
    .filter(({ kind }) => kind !== 'pointsExpiring')
    .map(({ member, kind, title }) => ({ member, kind, en: title.en }))
}

test('a sale that lifts a member tells them in the same commit, once however often it is sent', async () => {
  const member = await shop.join('buyer')
  await sell(member, '1', 1_200)
  expect((await accountOf(shop, member)).outgoing).toMatchObject([
    { _id: 'tierChanged:order:counter:1:paid' },
  ])
  await sell(member, '1', 1_200)
  expect(await told()).toEqual([{ member, kind: 'tierChanged', en: 'You have reached Silver' }])
  await shop.timer('everyMinute')
  expect(await told()).toHaveLength(1)
  const inbox = await shop.shopper('buyer', 'messages.list', {})
  expect(inbox).toMatchObject({ value: { unread: 1, messages: [{ kind: 'tierChanged', link: 'tiers' }] } })
})

test('an answer that is lost tells no second time', async () => {
  const member = await shop.join('buyer')
  shop.gateway.setFaults({
    seed: 1,
    rules: [{ fault: 'timeoutAfter', action: 'database.commitTransaction', rateBp: 10_000, times: 1 }],
  })
  await sell(member, '1', 1_200)
  shop.gateway.setFaults({ seed: 0, rules: [] })
  expect(await told()).toHaveLength(1)
})

test('a history that is imported for somebody who has joined is one message, and none for who has not', async () => {
  const window = { of: 'window', length: { of: 'days', days: 1_500 } } as const
  await writeLevels(shop, { ...YEARLY, standard: { of: 'total', period: window } })
  pass(KEPT_MS)
  const member = await shop.join('joined')
  const history = (openid: string) => [
    row(openid, `${openid}-1`, '2023-02-01', 1_500),
    row(openid, `${openid}-2`, '2024-06-01', 1_700),
    row(openid, `${openid}-3`, '2025-03-20', 2_600),
    row(openid, `${openid}-4`, '2025-12-01', 5_200),
  ]
  await merchant('orders.import', { source: 'old', rows: [...history('joined'), ...history('stranger')] })
  await merchant('orders.import', { source: 'old', rows: [...history('joined'), ...history('stranger')] })
  expect(await told()).toEqual([{ member, kind: 'tierChanged', en: 'You have reached Gold' }])
  expect((await accountOf(shop, shop.memberId('stranger'))).tier.id).toBe('gold')
  expect(await outboxOf(shop)).toHaveLength(1)
})

test('a change of the rules tells each member who moves once, and nobody else', async () => {
  const members = []
  for (const [openid, yuan] of [
    ['small', 100],
    ['middle', 1_200],
    ['large', 5_500],
  ] as const) {
    const member = await shop.join(openid)
    await sell(member, openid, yuan)
    members.push(member)
  }
  const before = (await told()).length
  const [regular, silver, gold] = YEARLY.levels
  const levels = [regular!, { ...silver!, condition: { measure: 'spend', atLeast: 200_000 } as const }, gold!]
  await writeLevels(shop, { ...YEARLY, version: 2, levels })
  pass(KEPT_MS)
  await shop.timer('everyMinute')
  const after = await told()
  expect(after.slice(before)).toEqual([
    { member: members[1], kind: 'tierChanged', en: 'Your level is now Regular' },
  ])
  expect(await told()).toEqual(after)
})

test('a refund takes the level back and says so', async () => {
  await writeLevels(shop, { ...YEARLY, version: 2, spendingDowngrade: true })
  pass(KEPT_MS)
  const member = await shop.join('buyer')
  await sell(member, '1', 1_200)
  await refund(member, '1', 1_200)
  expect((await told()).map(({ en }) => en)).toEqual(['You have reached Silver', 'Your level is now Regular'])
})

test('the end of a level is told 30 and 7 days before, by the timer and once, and then that it is over', async () => {
  const member = await shop.join('buyer')
  await sell(member, '1', 1_200)
  await told()
  const kindsOn = async (iso: string) => {
    until(iso)
    await shop.timer('hourly')
    await shop.timer('hourly')
    return (await told()).slice(1).map(({ en }) => en)
  }
  expect(await kindsOn('2027-01-29T04:00:00Z')).toEqual([])
  expect(await kindsOn('2027-01-30T04:00:00Z')).toEqual(['Silver ends in 30 days'])
  expect(await kindsOn('2027-02-01T04:00:00Z')).toHaveLength(1)
  expect(await kindsOn('2027-02-22T04:00:00Z')).toEqual(['Silver ends in 30 days', 'Silver ends in 7 days'])
  expect(await kindsOn('2027-03-01T04:00:00Z')).toHaveLength(2)
  expect((await kindsOn('2027-03-02T04:00:00Z')).slice(2)).toEqual(['Your level is now Regular'])
  expect((await accountOf(shop, member)).tail).toEqual([])
})

test('a level that is kept is told by the timer, years late even', async () => {
  const lockIn = { singleOrder: true, total: false, extension: { of: 'months', months: 12 } } as const
  await writeLevels(shop, { ...YEARLY, version: 2, lockIn })
  pass(KEPT_MS)
  const member = await shop.join('buyer')
  await sell(member, '1', 1_200)
  pass(DAY)
  await sell(member, '2', 300)
  await told()
  until('2027-03-02T04:00:00Z')
  await shop.timer('hourly')
  await shop.timer('hourly')
  expect((await told()).slice(1)).toEqual([{ member, kind: 'tierKept', en: 'You keep Silver' }])
})

test('benefits that the timer gives are one message, however many and however often it runs', async () => {
  const member = await shop.join('member')
  const voucher = (id: string): Benefit => ({
    id,
    levelId: 'regular',
    for: 'everyone',
    name: { zh: id, en: id },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-03-01',
    perk: {
      of: 'voucher',
      amountFen: 2_000,
      validDays: 30,
      issue: { of: 'atOnce' },
      requirement: { of: 'none' },
      stacking: { withAutomatic: false, withCodes: false },
    },
  })
  await writeBenefits(shop, { version: 1, benefits: [voucher('a'), voucher('b'), voucher('c')] })
  pass(KEPT_MS)
  for (const timer of ['everyMinute', 'hourly', 'everyMinute'] as const) await shop.timer(timer)
  expect(await told()).toEqual([{ member, kind: 'benefitGranted', en: '3 benefits for you' }])
})

test('while the levels are off nobody is told anything', async () => {
  const member = await shop.join('buyer')
  await writeLevels(shop, { ...YEARLY, version: 2, pauses: [{ from: '2026-03-01', to: null }] })
  pass(KEPT_MS)
  await sell(member, '1', 6_000)
  expect(await told()).toEqual([])
})
