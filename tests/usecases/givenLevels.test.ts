import type { InputOf } from '@shared/contracts'
import { readEntry } from '../../cloudfunctions/database/journal'
import { fakeDate } from '../support/fakeDate'
import { accountOf, inboxOf } from '../support/outbox'
import { openShop, type Shop } from '../support/shop'
import { writeLevels, YEARLY } from '../support/writeLevels'

/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

let shop: Shop
let member: string

beforeEach(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  // The SDK complains of a call whose answer was made to get lost.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  fakeDate('2026-03-01T04:00:00Z')
  shop = await openShop()
  for (const role of ['owner', 'manager', 'clerk'] as const) await shop.staff(role, role)
  await writeLevels(shop, YEARLY)
  member = await shop.join('regular')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const gift = (more: Partial<InputOf<'tiers.give'>> = {}): InputOf<'tiers.give'> => ({
  member,
  levelId: 'gold',
  until: '2026-12-31',
  reason: '老顾客关怀',
  ...more,
})
const give = (more?: Partial<InputOf<'tiers.give'>>, openid = 'manager') =>
  shop.merchant(openid, 'tiers.give', gift(more))
const takeBack = (openid = 'manager') =>
  shop.merchant(openid, 'tiers.takeBack', { member, reason: '录入有误' })

async function books(kind?: InputOf<'books.member'>['kind']) {
  const answer = await shop.merchant('clerk', 'books.member', { member, kind })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

test('a manager gives a level: it holds, stands in the books with who gave it and why, and the member is told', async () => {
  const given = await give()
  if (!given.ok) throw new Error(given.error.message)
  expect(await books()).toMatchObject({
    tier: { current: { id: 'gold' } },
    given: { level: { id: 'gold', rank: 2 }, until: '2026-12-31' },
    levels: [{ id: 'regular' }, { id: 'silver' }, { id: 'gold' }],
  })
  pass(60_000)
  await shop.timer('everyMinute')
  expect(await readEntry(shop.cloud, given.value.entryId)).toMatchObject({
    kind: 'tierGiven',
    by: `staff:${shop.memberId('manager')}`,
    basis: { of: 'tierGiven', text: '老顾客关怀' },
  })
  expect(await inboxOf(shop)).toMatchObject([
    {
      kind: 'tierChanged',
      title: { en: 'You have reached Gold' },
      text: { zh: '商家给予：老顾客关怀。有效期至 2026年12月31日。' },
    },
  ])
  const explained = await shop.shopper('regular', 'explain.read', {
    subject: { kind: 'entry', id: given.value.entryId },
  })
  expect(explained).toMatchObject({ ok: true, value: { rules: [{ topic: 'tiers', version: 1 }] } })
})

test('the same request again changes nothing and answers the same, however late it comes', async () => {
  const event = { action: 'tiers.give', input: gift(), requestId: 'pressed-once' }
  const press = () => shop.raw('merchant', event, { openid: 'manager', source: 'wx_client' })
  const first = await press()
  expect(await press()).toEqual(first)
  await shop.timer('everyMinute')
  expect(await press()).toEqual(first)
  expect((await takeBack()).ok).toBe(true)
  expect(await press()).toEqual(first)
  expect((await accountOf(shop, member)).tier).toMatchObject({ id: 'regular', manual: null })
  expect((await books('tier')).entries.map(({ kind }) => kind)).toEqual([
    'tierTakenBack',
    'tierGiven',
    'memberJoined',
  ])
})

test('a lost answer gives once', async () => {
  shop.gateway.setFaults({
    seed: 1,
    rules: [{ fault: 'timeoutAfter', action: 'database.modifyDocument', rateBp: 10_000, times: 1 }],
  })
  expect((await give()).ok).toBe(true)
  shop.gateway.setFaults({ seed: 0, rules: [] })
  expect((await books('tier')).entries.filter(({ kind }) => kind === 'tierGiven')).toHaveLength(1)
})

test('it ends after its last day, by the timer, and the member is told', async () => {
  await give({ until: '2026-03-02' })
  pass(86_400_000)
  await shop.timer('hourly')
  expect((await accountOf(shop, member)).tier.id).toBe('gold')
  pass(86_400_000)
  await shop.timer('hourly')
  expect((await accountOf(shop, member)).tier).toMatchObject({ id: 'regular', manual: null })
  await shop.timer('everyMinute')
  expect((await inboxOf(shop)).map(({ title }) => title.en).sort()).toEqual([
    'You have reached Gold',
    'Your level is now Regular',
  ])
})

test('the levels in the books are what moved a level, orders too, with where it led', async () => {
  await shop.shopper('regular', 'checkin.checkIn', {})
  const lines = [{ category: null, product: null, quantity: 1, amountFen: 120_000 }]
  await shop.merchant('owner', 'orders.record', { member, number: '1', lines })
  await shop.timer('everyMinute')
  await give({ levelId: 'regular' })
  const asked = async (kind: InputOf<'books.member'>['kind']) =>
    (await books(kind)).entries.map(({ kind, tier }) => [kind, tier?.kind, tier?.to.en])
  expect(await asked('tier')).toEqual([
    ['tierGiven', 'down', 'Regular'],
    ['orderPaid', 'up', 'Silver'],
    ['memberJoined', 'first', 'Regular'],
  ])
  expect((await asked('earned')).map(([kind]) => kind)).toEqual(['orderPaid', 'checkin', 'memberJoined'])
  await shop.timer('everyMinute')
  const journal = await shop.merchant('manager', 'books.journal', { kind: 'tier' })
  if (!journal.ok) throw new Error(journal.error.message)
  expect(journal.value.entries.map(({ kind }) => kind).sort()).toEqual([
    'memberJoined',
    'orderPaid',
    'tierGiven',
  ])
  // Neither points nor growth moved.
  for (const unit of ['points', 'growth'] as const) {
    const ledger = await shop.shopper('regular', 'points.ledger', { unit })
    if (!ledger.ok) throw new Error(ledger.error.message)
    expect(ledger.value.entries.map(({ kind }) => kind)).not.toContain('tierGiven')
  }
})

test('a level is chosen from the newest there are, though the instance has read older ones', async () => {
  await books()
  await writeLevels(shop, { ...YEARLY, version: 2, levels: YEARLY.levels.slice(0, 2) })
  expect(await give()).toMatchObject({ ok: false, error: { code: 'LEVEL_NOT_FOUND' } })
})

test('is for managers, and refused where it can mean nothing', async () => {
  expect(await give({}, 'clerk')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(await takeBack('clerk')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(await give({ member: 'nobody' })).toMatchObject({ error: { code: 'MEMBER_NOT_FOUND' } })
  expect(await give({ until: '2026-02-28' })).toMatchObject({ error: { code: 'DAY_PASSED' } })
  expect(await give({ reason: '  ' })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect(await takeBack()).toMatchObject({ error: { code: 'NO_LEVEL_GIVEN' } })
  await writeLevels(shop, { ...YEARLY, version: 2, pauses: [{ from: '2026-03-01', to: null }] })
  pass(KEPT_MS)
  expect(await give()).toMatchObject({ error: { code: 'LEVELS_OFF' } })
  expect((await books()).levels).toEqual([])
  expect((await accountOf(shop, member)).seq).toBe(1)
})
