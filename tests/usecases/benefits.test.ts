import type { InputOf, OutputOf } from '@shared/contracts'
import { list as contract } from '@shared/contracts/benefits'
import type { Entry } from '@shared/rules/account/entry'
import type { Benefit, Issue, Perk } from '@shared/rules/benefits/benefit'
import type { Coupon } from '@shared/rules/coupons/coupon'
import { DEFAULT_PROGRAM, switchedOff, switchedOn } from '@shared/rules/tiers/program'
import { drain } from '../../cloudfunctions/database/drain'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { readAccount } from '../../cloudfunctions/database/members'
import { auditBooks } from '../support/auditBooks'
import { fakeDate } from '../support/fakeDate'
import { openShop, type Answered, type Shop } from '../support/shop'
import { writeLevels } from '../support/writeLevels'

/** An instance of the functions keeps what it read of the settings for some seconds. */
const SETTINGS_KEPT_MS = 6_000

let shop: Shop
let version: number

beforeEach(async () => {
  // An instance keeps its settings by the date, and each test begins on the same one: instances of its own.
  jest.resetModules()
  fakeDate('2026-03-15T04:00:00Z')
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  version = 0
  await shop.staff('owner', 'owner')
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

const discounting = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const voucher = (issue: Issue): Perk => ({
  of: 'voucher',
  amountFen: 2_000,
  validDays: 30,
  issue,
  ...discounting,
})
const atOnce = voucher({ of: 'atOnce' })
const monthly = (dayOfMonth: number) => voucher({ of: 'everyMonths', months: 1, dayOfMonth })

function benefit(perk: Perk, more: Partial<Benefit> = {}): Benefit {
  return {
    id: 'gift',
    levelId: 'regular',
    for: 'everyone',
    name: { zh: '礼券', en: 'Gift' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-03-15',
    perk,
    ...more,
  }
}

function must<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Error(answered.error.message)
  return answered.value
}

const turnTo = (instant: string) => jest.setSystemTime(Date.parse(instant))
const passSettings = () => jest.setSystemTime(Date.now() + SETTINGS_KEPT_MS)

/** Saves what the levels give, as the merchant's page does. */
async function give(...benefits: readonly Benefit[]): Promise<void> {
  const value = { benefits: [...benefits] }
  const input: InputOf<'settings.save'> = { topic: 'benefits', expectedVersion: version, value }
  version = must(await shop.merchant('owner', 'settings.save', input)).version
  passSettings()
}

async function listOf(openid: string): Promise<OutputOf<'benefits.list'>> {
  return contract.output.parse(must(await shop.shopper(openid, 'benefits.list', {})))
}

async function couponsOf(openid: string): Promise<Coupon[]> {
  const where = { member: shop.memberId(openid) }
  const { data } = await shop.cloud.db.collection('coupons').where(where).orderBy('_id', 'asc').get()
  return data as Coupon[]
}

/** The grants of a member, those of the journal and those that still wait. */
async function grantsOf(openid: string): Promise<string[]> {
  const member = shop.memberId(openid)
  const [{ data }, account] = await Promise.all([
    shop.cloud.db.collection('journal').where({ member, kind: 'benefitGranted' }).get(),
    readAccount(shop.cloud, member),
  ])
  const waiting = account?.tail.filter(({ kind }) => kind === 'benefitGranted') ?? []
  return [...(data as Entry[]), ...waiting].map(({ _id, day }) => `${_id} ${day}`).sort()
}

async function sell(openid: string, number: string, amountFen: number): Promise<string> {
  const lines = [{ category: null, product: null, quantity: 1, amountFen }]
  const sale = { member: shop.memberId(openid), number, lines, points: 0 }
  return must(await shop.merchant('owner', 'orders.record', sale)).orderId
}

async function differences() {
  const audit = await auditBooks((name, input) => shop.merchant('owner', name, input))
  return audit.differences
}

test('a benefit of the lowest level comes with joining, and reads the same before and after it is filed', async () => {
  await give(
    benefit(atOnce),
    benefit({ of: 'freeShippingQuota', perMonth: 2, ...discounting }, { id: 'shipping' }),
    benefit({ of: 'prioritySupport' }, { id: 'support', description: { zh: '专人', en: 'Person' } }),
    benefit(monthly(31), { id: 'monthly', levelId: 'gold' }),
  )
  await shop.join('anna')
  const before = await listOf('anna')
  expect(before).toMatchObject({
    today: '2026-03-15',
    level: { id: 'regular', rank: 0 },
    benefits: [
      { id: 'gift', kind: 'voucher', gives: { zh: '20 元现金券' }, lastGivenOn: '2026-03-15', nextOn: null },
      { id: 'shipping', kind: 'freeShippingQuota', lastGivenOn: '2026-03-15', nextOn: '2026-04-01' },
      { id: 'support', kind: 'prioritySupport', lastGivenOn: null, nextOn: null, details: [] },
    ],
    usable: [
      {
        kind: 'freeShipping',
        worth: { zh: '免邮', en: 'Free shipping' },
        count: 2,
        validUntil: '2026-03-31',
      },
      {
        kind: 'cashOff',
        worth: { zh: '¥20', en: '¥20' },
        count: 1,
        terms: [
          { zh: '满 200 元可用', en: 'for purchases of ¥200 or more' },
          { zh: '可与自动优惠同享，不与优惠码同享' },
        ],
        grantedOn: '2026-03-15',
        validUntil: '2026-04-13',
      },
    ],
    past: [],
  })
  expect(await couponsOf('anna')).toEqual([])
  await shop.timer('everyMinute')
  expect(await couponsOf('anna')).toMatchObject([
    {
      _id: `grant:gift:${shop.memberId('anna')}:once`,
      takesOff: { kind: 'cashOff' },
      uses: 1,
      state: 'issued',
    },
    { _id: `grant:shipping:${shop.memberId('anna')}:2026-03`, takesOff: { kind: 'freeShipping' }, uses: 2 },
  ])
  expect(await listOf('anna')).toEqual(before)
})

test('the page is four reads: the account, then its coupons side by side', async () => {
  await give(benefit(atOnce))
  await shop.join('anna')
  await listOf('anna')
  await shop.gateway.resetStats()
  await listOf('anna')
  const { byAction, byCollection } = shop.gateway.stats()
  expect(byAction).toEqual({ 'database.getDocument': 4 })
  expect(byCollection).toEqual({ members: 1, coupons: 3 })
})

test('who has not joined is told so', async () => {
  expect(await shop.shopper('nobody', 'benefits.list', {})).toMatchObject({
    error: { code: 'NOT_A_MEMBER' },
  })
})

test('a timer that runs twice, or two at once, gives a month once; one that was missed is caught up', async () => {
  await give(benefit(monthly(31)))
  await shop.join('anna')
  const key = `grant:gift:${shop.memberId('anna')}`
  expect(await grantsOf('anna')).toEqual([])
  turnTo('2026-03-31T01:00:00+08:00')
  await Promise.all([shop.timer('hourly'), shop.timer('hourly')])
  await shop.timer('hourly')
  await shop.timer('everyMinute')
  await shop.timer('hourly')
  expect(await grantsOf('anna')).toEqual([`${key}:2026-03 2026-03-31`])
  // The whole of April no timer ran.
  turnTo('2026-06-01T01:00:00+08:00')
  await shop.timer('hourly')
  await shop.timer('everyMinute')
  expect(await grantsOf('anna')).toEqual([
    `${key}:2026-03 2026-03-31`,
    `${key}:2026-04 2026-04-30`,
    `${key}:2026-05 2026-05-31`,
  ])
  expect(await couponsOf('anna')).toHaveLength(3)
  const { usable, past } = await listOf('anna')
  expect(usable.map(({ grantedOn }) => grantedOn)).toEqual(['2026-05-31'])
  expect(past).toMatchObject([
    { state: 'expired', grantedOn: '2026-04-30', validUntil: '2026-05-29', usedOn: null },
    { state: 'expired', grantedOn: '2026-03-31' },
  ])
  expect(await differences()).toEqual([])
})

test('a benefit that is added is given to present members within the minute; one removed, no more', async () => {
  await shop.join('anna')
  await sell('anna', 's1', 120_000)
  await shop.timer('everyMinute')
  await give(benefit(atOnce, { levelId: 'silver' }), benefit(monthly(20), { id: 'other', levelId: 'silver' }))
  expect(await grantsOf('anna')).toEqual([])
  await shop.timer('everyMinute')
  await shop.timer('everyMinute')
  const [gift, ...none] = await grantsOf('anna')
  expect([gift, none]).toEqual([`grant:gift:${shop.memberId('anna')}:once 2026-03-15`, []])
  expect((await listOf('anna')).benefits.map(({ id, nextOn }) => [id, nextOn])).toEqual([
    ['gift', null],
    ['other', '2026-03-20'],
  ])

  await give()
  await shop.timer('everyMinute')
  turnTo('2026-03-21T01:00:00+08:00')
  await shop.timer('hourly')
  expect(await grantsOf('anna')).toEqual([gift])
  const { benefits, usable } = await listOf('anna')
  expect([benefits, usable.length]).toEqual([[], 1])
})

test('a level that a sale reaches gives in that sale’s own commit, and no second time when it is lost and reached again', async () => {
  await give(
    benefit(
      { of: 'freeShippingCoupon', coupons: 3, validDays: 10, issue: { of: 'atOnce' }, ...discounting },
      { levelId: 'silver' },
    ),
    benefit({ of: 'pointsOnUpgrade', points: 50 }, { id: 'points', levelId: 'silver' }),
  )
  const member = await shop.join('anna')
  const orderId = await sell('anna', 's1', 120_000)
  const key = `grant:gift:${member}:once`
  expect((await couponsOf('anna')).map(({ _id }) => _id)).toEqual([`${key}:1`, `${key}:2`, `${key}:3`])
  expect((await listOf('anna')).usable).toMatchObject([{ count: 3, validUntil: '2026-03-24' }])

  const asked = { member, orderId, refundId: 'r1', amountFen: 120_000 }
  must(await shop.merchant('owner', 'orders.refund', asked))
  const lost = await listOf('anna')
  expect([lost.level?.id, lost.benefits, lost.usable.length]).toEqual(['regular', [], 1])
  await sell('anna', 's2', 120_000)
  expect((await listOf('anna')).level?.id).toBe('silver')
  expect(await grantsOf('anna')).toEqual([`${key} 2026-03-15`])
  expect(await couponsOf('anna')).toHaveLength(3)
  const account = await readAccount(shop.cloud, member)
  // 1,200 of the sale that stays, and the 50 that come once.
  expect(account?.balances.points).toBe(1_250)
  expect(await differences()).toEqual([])
})

test('past orders that are imported give what is due since the benefit was added, and no points for upgrades before it', async () => {
  await give(
    benefit(atOnce, { levelId: 'silver' }),
    benefit({ of: 'pointsOnUpgrade', points: 50 }, { id: 'points', levelId: 'silver' }),
  )
  turnTo('2026-03-20T04:00:00Z')
  const row = { externalId: 'e1', customer: 'anna', openid: 'anna', quantity: 1, amountFen: 120_000 }
  const rows = [{ ...row, placedDay: '2025-11-11' }]
  must(await shop.merchant('owner', 'orders.import', { source: 'old', rows }))
  expect(await grantsOf('anna')).toEqual([`grant:gift:${shop.memberId('anna')}:once 2026-03-15`])
  expect(await couponsOf('anna')).toMatchObject([{ grantedOn: '2026-03-15', validUntilDay: '2026-04-13' }])
  const account = await readAccount(shop.cloud, shop.memberId('anna'))
  expect([account?.tier.id, account?.balances.points]).toEqual(['silver', 1_200])
})

test('while the levels are off nothing is given or shown, and what was given can still be used', async () => {
  await give(benefit(atOnce), benefit(monthly(20), { id: 'other' }))
  await shop.join('anna')
  const off = switchedOff(DEFAULT_PROGRAM, '2026-03-16')
  turnTo('2026-03-16T04:00:00Z')
  await writeLevels(shop, { ...off, version: 1 })
  passSettings()
  await shop.timer('everyMinute')
  turnTo('2026-03-25T04:00:00Z')
  await shop.timer('hourly')
  const { level, benefits, usable } = await listOf('anna')
  expect([level, benefits, usable.length]).toEqual([null, [], 1])
  expect(await grantsOf('anna')).toHaveLength(1)

  await writeLevels(shop, { ...switchedOn(off, '2026-03-25'), version: 2 })
  passSettings()
  await shop.timer('everyMinute')
  await shop.timer('hourly')
  // The 20th of March lay in the time that was off.
  expect(await grantsOf('anna')).toHaveLength(1)
  expect((await listOf('anna')).benefits.map(({ nextOn }) => nextOn)).toEqual([null, '2026-04-20'])
})

test('a drain that comes a second time leaves a coupon that was used meanwhile as it is', async () => {
  await give(benefit(atOnce))
  const member = await shop.join('anna')
  const account = await readAccount(shop.cloud, member)
  if (!account) throw new Error('not there')
  await drain(shop.cloud, [account], Date.now())
  const id = `grant:gift:${member}:once`
  await shop.cloud.db
    .collection('coupons')
    .where({ _id: id })
    .update({ state: 'used', usedBy: [{ orderId: 'o1', day: '2026-03-15' }] })
  await drain(shop.cloud, [account], Date.now())
  expect(await getById<Coupon>(shop.cloud, 'coupons', id)).toMatchObject({
    state: 'used',
    usedBy: [{ orderId: 'o1' }],
  })
  const { usable, past } = await listOf('anna')
  expect(usable).toEqual([])
  expect(past).toMatchObject([{ id, state: 'used', usedOn: '2026-03-15', count: 1 }])
})

test('a birthday that is told in its month brings its discount at once, one a year', async () => {
  await give(benefit({ of: 'birthdayDiscount', rateBp: 8_800, ...discounting }))
  await shop.join('anna')
  expect((await listOf('anna')).benefits).toMatchObject([{ lastGivenOn: null, nextOn: null }])
  must(await shop.shopper('anna', 'member.setBirthday', { birthday: '1990-03-20' }))
  const { benefits, usable } = await listOf('anna')
  expect(benefits).toMatchObject([{ lastGivenOn: '2026-03-15', nextOn: '2027-03-01' }])
  expect(usable).toMatchObject([{ worth: { zh: '8.8 折', en: '12% off' }, validUntil: '2026-03-31' }])
})
