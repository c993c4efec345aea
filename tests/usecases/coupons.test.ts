import { list as listContract, claimable as claimableContract } from '@shared/contracts/coupons'
import { RULES } from '@shared/rules/coupons/exampleCoupon'
import { reserve, settleReservation } from '../../cloudfunctions/database/couponTemplates'
import { couponsIn, must, openCouponShop, repeat, saveTemplate, templateIn } from '../support/couponShop'
import type { Shop } from '../support/shop'

let shop: Shop

beforeEach(async () => {
  // An instance keeps its settings by the date, and each test begins on the same one: instances of its own.
  jest.resetModules()
  shop = await openCouponShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

const turnTo = (instant: string) => jest.setSystemTime(Date.parse(instant))
const claim = (openid: string, template = 't1') => shop.shopper(openid, 'coupons.claim', { template })
const give = (member: string, template = 't1') =>
  shop.merchant('owner', 'coupons.give', { member, template, reason: '致歉' })
const shelf = async (openid: string, which: 'usable' | 'used' | 'expired') =>
  listContract.output.parse(must(await shop.shopper(openid, 'coupons.list', { shelf: which })))
const codeOf = (answered: { ok: boolean; error?: { code: string } }) =>
  answered.ok ? 'ok' : answered.error?.code

test('a template is saved over the version that was seen, and keeps each of them', async () => {
  await saveTemplate(shop, 't1')
  const input = { id: 't1', expectedVersion: 0, rules: { ...RULES, perMember: 2 } }
  expect(await shop.merchant('owner', 'couponTemplates.save', input)).toMatchObject({
    error: { code: 'SETTINGS_CHANGED', data: { version: 1 } },
  })
  must(await shop.merchant('owner', 'couponTemplates.save', { ...input, expectedVersion: 1 }))
  // A retry is answered as the first time.
  expect(
    must(await shop.merchant('owner', 'couponTemplates.save', { ...input, expectedVersion: 1 })),
  ).toEqual({
    version: 2,
  })
  expect(must(await shop.merchant('owner', 'couponTemplates.read', { id: 't1' }))).toMatchObject({
    rules: { perMember: 2 },
    version: 2,
    today: '2026-06-18',
  })
  const { data } = await shop.cloud.db.collection('settingsHistory').orderBy('_id', 'asc').get()
  expect(
    (data as { _id: string; perMember: number }[]).map(({ _id, perMember }) => [_id, perMember]),
  ).toEqual([
    ['couponTemplate:t1:1', 1],
    ['couponTemplate:t1:2', 2],
  ])
  const impossible = { ...input, expectedVersion: 2, rules: { ...RULES, perMember: 0 } }
  expect(codeOf(await shop.merchant('owner', 'couponTemplates.save', impossible))).toBe('IMPOSSIBLE_SETTINGS')
  expect(codeOf(await shop.merchant('owner', 'couponTemplates.read', { id: 'none' }))).toBe(
    'COUPON_TEMPLATE_NOT_FOUND',
  )
})

test('templates are listed newest first, a page at a time, none left out', async () => {
  for (let n = 0; n < 33; n += 1) await saveTemplate(shop, `t${String(n).padStart(2, '0')}`)
  const first = must(await shop.merchant('owner', 'couponTemplates.list', {}))
  expect(first.templates).toHaveLength(30)
  const cursor = first.nextCursor ?? undefined
  const second = must(await shop.merchant('owner', 'couponTemplates.list', { cursor }))
  expect([second.templates.map(({ id }) => id), second.nextCursor]).toEqual([['t02', 't01', 't00'], null])
})

test('a member claims a coupon, once for a request, and no more than the limit', async () => {
  await saveTemplate(shop, 't1', { total: 10 })
  await shop.join('anna')
  const before = claimableContract.output.parse(must(await shop.shopper('anna', 'coupons.claimable', {})))
  expect(before.templates).toMatchObject([{ id: 't1', left: 10, had: 0, limit: 1, closed: null }])
  const first = must(await repeat(shop, 'shopper', 'anna', 'coupons.claim', { template: 't1' }))
  expect(first).toMatchObject({ coupon: { standing: 'usable', validUntil: '2026-07-17' } })
  expect(must(await repeat(shop, 'shopper', 'anna', 'coupons.claim', { template: 't1' }))).toEqual(first)
  expect(await claim('anna')).toMatchObject({ error: { code: 'COUPON_LIMIT', data: { limit: 1 } } })
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 1, reserved: [] })
  expect(must(await shop.shopper('anna', 'coupons.claimable', {})).templates).toMatchObject([
    { left: 9, had: 1, closed: 'COUPON_LIMIT' },
  ])
})

test('claiming is seven calls: who, the template and what is held, the reservation, the coupon, the settlement', async () => {
  await saveTemplate(shop, 't1')
  await shop.join('anna')
  must(await shop.shopper('anna', 'coupons.claimable', {}))
  await shop.gateway.resetStats()
  must(await claim('anna'))
  const { byCollection } = shop.gateway.stats()
  expect(byCollection).toEqual({ members: 2, couponTemplates: 3, coupons: 2 })
})

test('what is off, for other levels, not there or not to be claimed is refused in words', async () => {
  await shop.join('anna')
  await saveTemplate(shop, 'off', { isOn: false })
  await saveTemplate(shop, 'gold', { audience: { of: 'levels', levels: ['gold'] } })
  await saveTemplate(shop, 'given', { claimable: false })
  await saveTemplate(shop, 'birthday', { validity: { of: 'birthdayMonth' } })
  const codes = await Promise.all(['off', 'gold', 'given', 'birthday', 'none'].map((id) => claim('anna', id)))
  expect(codes.map(codeOf)).toEqual([
    'COUPON_TEMPLATE_OFF',
    'COUPON_NOT_FOR_LEVEL',
    'COUPON_NOT_CLAIMABLE',
    'COUPON_NEEDS_BIRTHDAY',
    'COUPON_TEMPLATE_NOT_FOUND',
  ])
  expect(await claim('nobody', 'gold')).toMatchObject({ error: { code: 'NOT_A_MEMBER' } })
  expect(await couponsIn(shop, {})).toEqual([])
})

test('the shop gives a member a coupon with a reason, once for a request, and tells them once', async () => {
  await saveTemplate(shop, 't1', { claimable: false, perMember: 2 })
  const member = await shop.join('anna')
  const input = { member, template: 't1', reason: '致歉' }
  const first = must(await repeat(shop, 'merchant', 'owner', 'coupons.give', input))
  expect(must(await repeat(shop, 'merchant', 'owner', 'coupons.give', input))).toEqual(first)
  await shop.timer('everyMinute')
  const { messages } = must(await shop.shopper('anna', 'messages.list', {}))
  expect(messages.map(({ kind, text, link }) => [kind, text.zh, link])).toEqual([
    ['couponGiven', '¥20，2026年6月18日至 2026年7月17日可用。致歉', 'coupons'],
  ])
  const { coupons } = await shelf('anna', 'usable')
  expect(coupons).toMatchObject([{ worth: { zh: '¥20' }, from: { zh: '商家在 2026年6月18日赠送：致歉' } }])
  expect(codeOf(await give('m-none'))).toBe('MEMBER_NOT_FOUND')
  expect(codeOf(await give(member, 'none'))).toBe('COUPON_TEMPLATE_NOT_FOUND')
})

test('a later edit of the template changes nothing that is held, and switched off it gives no more', async () => {
  await saveTemplate(shop, 't1')
  await shop.join('anna')
  must(await claim('anna'))
  const before = await shelf('anna', 'usable')
  await saveTemplate(shop, 't1', { takesOff: { kind: 'freeShipping' }, isOn: false, perMember: 9 }, 1)
  expect(await shelf('anna', 'usable')).toEqual(before)
  expect(codeOf(await claim('anna'))).toBe('COUPON_TEMPLATE_OFF')
})

test('the shop makes a coupon void, which the member sees with its reason; one that is used it does not', async () => {
  await saveTemplate(shop, 't1', { perMember: 2 })
  const member = await shop.join('anna')
  const [one, two] = [must(await claim('anna')).coupon.id, must(await claim('anna')).coupon.id]
  await shop.cloud.db
    .collection('coupons')
    .where({ _id: two })
    .update({ state: 'used', usedBy: [{ orderId: 'o1', day: '2026-06-18' }] })
  const revoke = (id: string) => shop.merchant('owner', 'coupons.void', { member, id, reason: '发错了' })
  must(await revoke(one))
  must(await revoke(one))
  expect(codeOf(await revoke(two))).toBe('COUPON_USED')
  expect(codeOf(await revoke('none'))).toBe('COUPON_NOT_FOUND')
  expect((await shelf('anna', 'usable')).coupons).toEqual([])
  expect((await shelf('anna', 'used')).coupons).toMatchObject([{ id: two, usedOn: '2026-06-18' }])
  expect((await shelf('anna', 'expired')).coupons).toMatchObject([
    { id: one, standing: 'voided', voidedBecause: '发错了' },
  ])
  const all = must(await shop.merchant('owner', 'coupons.ofMember', { member }))
  expect(all.coupons.map(({ standing }) => standing).sort()).toEqual(['used', 'voided'])
  // A void coupon is one that was given: it leaves no room for another.
  expect(codeOf(await claim('anna'))).toBe('COUPON_LIMIT')
})

test('a coupon is read by its own member alone, with every rule', async () => {
  await saveTemplate(shop, 't1')
  await shop.join('anna')
  await shop.join('bert')
  const { coupon } = must(await claim('anna'))
  expect(must(await shop.shopper('anna', 'coupons.read', { id: coupon.id })).coupon).toEqual(coupon)
  expect(coupon.terms.map(({ zh }) => zh)).toEqual([
    '2026年6月18日至 2026年7月17日可用',
    '满 200 元可用',
    '全部商品可用',
    '可与自动优惠同享，不与优惠码同享',
  ])
  expect(codeOf(await shop.shopper('bert', 'coupons.read', { id: coupon.id }))).toBe('COUPON_NOT_FOUND')
})

test('a shelf is read a page at a time, none twice and none left out', async () => {
  await saveTemplate(shop, 't1', { perMember: 100 })
  await shop.join('anna')
  for (let n = 0; n < 45; n += 1) must(await claim('anna'))
  const seen: string[] = []
  let cursor: { day: string; id: string } | undefined
  do {
    const page = must(await shop.shopper('anna', 'coupons.list', { shelf: 'usable', cursor }))
    seen.push(...page.coupons.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([45, 45])
})

test('past its last day a coupon has expired at once, and the timer says so by what is due alone', async () => {
  await saveTemplate(shop, 'short', { validity: { of: 'days', days: 2 } })
  await saveTemplate(shop, 'long')
  await shop.join('anna')
  must(await claim('anna', 'short'))
  must(await claim('anna', 'long'))
  turnTo('2026-06-19T15:59:59Z')
  expect((await shelf('anna', 'usable')).coupons).toHaveLength(2)
  turnTo('2026-06-19T16:00:00Z')
  expect((await shelf('anna', 'usable')).coupons).toHaveLength(1)
  expect((await shelf('anna', 'expired')).coupons).toMatchObject([{ standing: 'expired' }])
  expect(await shop.timer('hourly')).toMatchObject({ value: { expireCoupons: { coupons: 1 } } })
  expect((await couponsIn(shop, { state: 'expired' })).map(({ template }) => template)).toEqual(['short'])
  expect(await shop.timer('hourly')).toMatchObject({ value: { expireCoupons: { coupons: 0 } } })
  expect((await shelf('anna', 'expired')).coupons).toMatchObject([{ standing: 'expired' }])
})

test('what an order holds does not expire until the order has let go of it', async () => {
  await saveTemplate(shop, 't1', { validity: { of: 'days', days: 1 } })
  await shop.join('anna')
  const { id } = must(await claim('anna')).coupon
  const hold = (heldBy: string[], state: string) =>
    shop.cloud.db.collection('coupons').where({ _id: id }).update({ heldBy, state })
  await hold(['o1'], 'locked')
  turnTo('2026-06-19T04:00:00Z')
  expect(await shop.timer('hourly')).toMatchObject({ value: { expireCoupons: { coupons: 0 } } })
  await hold([], 'issued')
  expect(await shop.timer('hourly')).toMatchObject({ value: { expireCoupons: { coupons: 1 } } })
})

test('members are told three days before, once a day for all that lapses; a missed day is made up', async () => {
  await saveTemplate(shop, 'a', { validity: { of: 'days', days: 10 }, perMember: 2 })
  await saveTemplate(shop, 'b', { validity: { of: 'days', days: 11 } })
  await shop.join('anna')
  await shop.join('bert')
  for (const id of ['a', 'a', 'b']) must(await claim('anna', id))
  must(await claim('bert', 'b'))
  const titles = async (openid: string) => {
    await shop.timer('everyMinute')
    const { messages } = must(await shop.shopper(openid, 'messages.list', {}))
    return messages.map(({ title, text }) => `${title.zh} ${text.zh}`)
  }
  turnTo('2026-06-23T04:00:00Z')
  await shop.timer('hourly')
  expect(await titles('anna')).toEqual([])
  turnTo('2026-06-24T04:00:00Z')
  await Promise.all([shop.timer('hourly'), shop.timer('hourly')])
  await shop.timer('hourly')
  const first = '2 张券快要到期 最早的一张可以用到 2026年6月27日当天，之后失效。'
  expect(await titles('anna')).toEqual([first])
  expect(await titles('bert')).toEqual([])
  // On the 25th no timer ran: the day's coupons are told of on the next.
  turnTo('2026-06-26T04:00:00Z')
  await shop.timer('hourly')
  expect(await titles('bert')).toEqual(['满减券将在 2 天后到期 可以用到 2026年6月28日当天，之后失效。'])
  expect((await titles('anna')).slice(0, -1)).toEqual([
    '3 张券快要到期 最早的一张可以用到 2026年6月27日当天，之后失效。',
  ])
})

test('what was reserved and never settled is settled by what was put in', async () => {
  await saveTemplate(shop, 't1', { total: 5 })
  await shop.join('anna')
  must(await claim('anna'))
  const [coupon] = await couponsIn(shop, {})
  const stopped = { token: 'stopped', count: 2, at: Date.now() }
  expect(await reserve(shop.cloud, await templateIn(shop, 't1'), stopped)).toBe(true)
  // One coupon of the two came in before it stopped.
  await shop.cloud.db
    .collection('coupons')
    .add({ ...coupon, _id: 'coupon:t1:x:1', member: 'x', reservation: 'stopped' })
  await shop.timer('everyMinute')
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 3, reserved: [{ token: 'stopped' }] })
  turnTo('2026-06-18T04:06:00Z')
  expect(await shop.timer('everyMinute')).toMatchObject({ value: { settleReservations: { settled: 1 } } })
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 2, reserved: [], reservedAt: null })
  await settleReservation(shop.cloud, 't1', stopped, 0)
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 2 })
})

test('only who may gives, saves and voids', async () => {
  await shop.staff('clerk', 'clerk')
  await saveTemplate(shop, 't1')
  const member = await shop.join('anna')
  const asked = [
    shop.merchant('clerk', 'coupons.give', { member, template: 't1', reason: 'x' }),
    shop.merchant('clerk', 'couponTemplates.list', {}),
    shop.merchant('anna', 'coupons.ofMember', { member }),
    shop.merchant('clerk', 'coupons.void', { member, id: 'x', reason: 'x' }),
  ]
  expect((await Promise.all(asked as Promise<never>[])).map(codeOf)).toEqual(Array(4).fill('FORBIDDEN'))
  expect(codeOf(await shop.merchant('clerk', 'coupons.ofMember', { member }))).toBe('ok')
  expect(codeOf(await shop.merchant('clerk', 'coupons.ofMember', { member: 'm-none' }))).toBe(
    'MEMBER_NOT_FOUND',
  )
})
