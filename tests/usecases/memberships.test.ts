import { getById } from '../../cloudfunctions/database/documentAccess'
import { must } from '../support/couponShop'
import { MembershipShop, type Bought } from '../support/membershipShop'
import { makeNotice, paidResource, sendNotice } from '../support/notices'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const MINUTE = 60_000
const KEPT_MS = 6_000

let who: MembershipShop

beforeAll(async () => {
  who = await MembershipShop.open()
})
afterAll(() => who.shop.close())
beforeEach(() => who.begins())
afterEach(async () => {
  who.shop.faults()
  expect(await who.differences()).toEqual([])
})

describe('what is offered', () => {
  test('each level that is sold, with its price for this member, what it brings and what it would have saved', async () => {
    const { order } = await who.shop.order(who.mei, [{ sku: '茶壶', quantity: 1 }])
    expect(await who.shop.decide(order.id, 'success')).toBe(true)
    const { plans, current, running, takes } = await who.standing()
    expect(plans.map(({ level, priceFen }) => [level.id, priceFen])).toEqual([
      ['plus', 3_000],
      ['gold', 6_000],
      ['premium', 29_900],
    ])
    expect([current.id, running, takes]).toEqual(['regular', null, { wechat: true, balance: true }])
    const [plus, gold] = plans
    expect(plus).toMatchObject({
      paidOnly: [{ id: 'tenth', paidOnly: true }],
      general: [],
      offer: { effect: 'joins', until: '2026-07-18', balanceFen: 0 },
      savings: { orders: 1, discountFen: 4_000, savedFen: 4_000, netFen: 1_000 },
    })
    expect(gold?.savings).toMatchObject({ savedFen: 0, netFen: -6_000, each: [] })
  })

  test('nothing while the levels are off', async () => {
    await who.levels({ pauses: [{ from: '2026-06-18', to: null }] })
    expect(must(await who.shop.shopper(who.mei, 'memberships.read', {}))).toEqual({ isOn: false })
    expect(
      await who.shop.shopper(who.mei, 'memberships.buy', {
        levelId: 'plus',
        usesBalance: false,
        seen: { priceFen: 3_000, validDays: 30, until: '2026-07-18', balanceFen: 0 },
      }),
    ).toMatchObject({ error: { code: 'MEMBERSHIP_NOT_SOLD' } })
  })

  test('WeChat Pay takes money for it only once the shop has said so; stored value may', async () => {
    await who.sold({ byWeChatPay: false })
    expect((await who.standing()).takes).toEqual({ wechat: false, balance: true })
    const asked = await who.shop.shopper(who.mei, 'memberships.buy', await who.wish('plus'))
    expect(asked).toMatchObject({ error: { code: 'PAYMENT_NOT_OFFERED' } })
    expect((await who.account()).membership).toBeUndefined()
    await who.someoneNew('5000-0')
    expect((await who.begin('plus', true)).purchase.state).toBe('paid')
  })
})

describe('buying', () => {
  test('by WeChat: the level holds by the signed notice, through the days that were shown', async () => {
    const { purchase, payment } = await who.begin('plus')
    expect(purchase).toMatchObject({ state: 'unpaid', paid: { principal: 0, bonus: 0, wechat: 3_000 } })
    expect(payment && who.shop.pay.openSheet(payment)).toMatchObject({ amountFen: 3_000 })
    expect((await who.standing()).waiting).toMatchObject({ purchaseId: purchase.purchaseId })
    expect((await who.account()).tier.id).toBe('regular')
    expect(await who.shop.decide(purchase.purchaseId, 'success')).toBe(true)
    expect(await who.standing()).toMatchObject({
      current: { id: 'plus' },
      running: { level: { id: 'plus' }, until: '2026-07-18' },
      waiting: null,
      purchases: [{ state: 'paid', backFen: 3_000 }],
    })
    expect(await who.payment(purchase.purchaseId)).toMatchObject({ state: 'paid', kind: 'paidMembership' })
  })

  test('benefits for those who pay hold at once', async () => {
    const before = await who.shop.quote(who.mei, [{ sku: '茶杯', quantity: 1 }])
    await who.buy('plus')
    who.shop.pass(KEPT_MS)
    const after = await who.shop.quote(who.mei, [{ sku: '茶杯', quantity: 1 }])
    const goods = ({ seen }: typeof before) => seen.lines.map(({ paid }) => paid.wechat)
    expect([goods(before), goods(after)]).toEqual([[3_000], [2_700]])
  })

  test('stored value pays, principal and bonus by the rules of the wallet, and WeChat the rest', async () => {
    await who.someoneNew('1000-200')
    const { purchase } = await who.begin('plus', true)
    expect(purchase.paid).toEqual({ principal: 1_000, bonus: 200, wechat: 1_800 })
    expect((await who.standing()).freeFen).toBe(0)
    expect((await who.account()).balances.principal).toBe(1_000)
    await who.shop.decide(purchase.purchaseId, 'success')
    expect((await who.account()).balances).toMatchObject({ principal: 0, bonus: 0 })
    expect((await who.account()).tier.id).toBe('plus')
  })

  test('stored value that is enough pays at once', async () => {
    await who.someoneNew('5000-0')
    const { purchase, payment } = await who.begin('plus', true)
    expect([purchase.state, payment]).toEqual(['paid', null])
    expect((await who.account()).balances.principal).toBe(2_000)
    const pay = await who.shop.shopper(who.mei, 'memberships.pay', { purchaseId: purchase.purchaseId })
    expect(pay).toMatchObject({ error: { code: 'PAYMENT_MADE' } })
  })

  test('twenty taps of one request make one purchase', async () => {
    const input = await who.wish('plus')
    const taps = await Promise.all(Array.from({ length: 20 }, () => who.send(input, 'the same')))
    const ids = (taps as { value?: Bought }[]).map(({ value }) => value?.purchase.purchaseId)
    expect(new Set(ids).size).toBe(1)
    await who.shop.decide(ids[0]!, 'success')
    expect(await who.send(input, 'the same')).toMatchObject({
      value: { purchase: { purchaseId: ids[0], state: 'paid' }, payment: null },
    })
    expect((await who.account()).tier.paid?.until).toBe('2026-07-18')
  })

  test('two taps that are two requests: the second is told of the first', async () => {
    const input = await who.wish('plus')
    const taps = (await Promise.all([who.send(input, 'one'), who.send(input, 'two')])) as {
      ok: boolean
      error?: { code: string }
    }[]
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1)
    expect(taps.find(({ ok }) => !ok)?.error?.code).toBe('MEMBERSHIP_WAITING')
  })

  test('told of five times at once it is booked once', async () => {
    const { purchase } = await who.begin('plus')
    const { purchaseId } = purchase
    const notice = () =>
      sendNotice(
        who.shop.url,
        makeNotice(who.shop.pay.keys, Date.now(), paidResource(who.shop.pay.keys, purchaseId, 3_000)),
      )
    expect(await Promise.all(Array.from({ length: 5 }, notice))).toEqual([200, 200, 200, 200, 200])
    expect((await who.account()).tier.paid?.until).toBe('2026-07-18')
    expect((await who.account()).membership?.bought).toHaveLength(1)
  })

  test('a lost notice is found by asking WeChat', async () => {
    const { purchase } = await who.begin('plus')
    who.shop.faults({ fault: 'lostNotice' })
    await who.shop.decide(purchase.purchaseId, 'success')
    expect((await who.check(purchase.purchaseId)).state).toBe('paid')
  })

  test('renewing adds to the end; after the end to the day itself', async () => {
    await who.buy('plus')
    who.days(10)
    await who.buy('plus')
    expect((await who.standing()).running?.until).toBe('2026-08-17')
    who.days(80)
    await who.shop.timer('daily')
    expect((await who.standing()).running).toBeNull()
    await who.buy('plus')
    expect((await who.standing()).running?.until).toBe('2026-10-16')
  })

  test('a higher one costs its price from the level held, begins at once, and the lower one waits', async () => {
    await who.levels({ paidPricing: 'byLevel' })
    await who.buy('plus')
    expect(await who.plan('premium')).toMatchObject({
      priceFen: 9_900,
      offer: { effect: 'upgrades' },
    })
    await who.buy('premium')
    const now = await who.standing()
    expect(now).toMatchObject({
      current: { id: 'premium' },
      paused: [{ level: { id: 'plus' }, daysLeft: 31 }],
    })
    expect((await who.plan('plus')).offer).toBeNull()
    expect((await who.plan('plus')).whyNot?.zh).toContain('还没有到期')
    const lower = {
      levelId: 'plus',
      usesBalance: false,
      seen: { priceFen: 3_000, validDays: 30, until: '2026-07-18', balanceFen: 0 },
    }
    expect(await who.shop.shopper(who.mei, 'memberships.buy', lower)).toMatchObject({
      error: { code: 'MEMBERSHIP_HIGHER_RUNS' },
    })
  })

  test('another price than was shown is refused, and nothing is asked of WeChat', async () => {
    const input = await who.wish('plus')
    await who.plus({ paid: { priceFen: 4_000, priceFenByLevel: {}, validDays: 30 } })
    expect(await who.shop.shopper(who.mei, 'memberships.buy', input)).toMatchObject({
      error: { code: 'MEMBERSHIP_CHANGED' },
    })
  })
})

describe('what was not paid in time', () => {
  test('is over after 15 minutes, and what it held of stored value is free again', async () => {
    await who.someoneNew('1000-0')
    const { purchase } = await who.begin('plus', true)
    who.shop.pass(16 * MINUTE)
    await who.shop.timer('everyMinute')
    expect((await who.check(purchase.purchaseId)).state).toBe('cancelled')
    expect(await who.standing()).toMatchObject({ freeFen: 1_000, waiting: null })
    expect((await who.payment(purchase.purchaseId)).state).toBe('closed')
    expect((await who.begin('plus')).purchase.state).toBe('unpaid')
  })

  test('given up and paid all the same goes back whole: nothing is booked', async () => {
    const { purchase } = await who.begin('plus')
    who.shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' })
    const { purchaseId } = purchase
    expect(must(await who.shop.shopper(who.mei, 'memberships.giveUp', { purchaseId })).purchase.state).toBe(
      'cancelled',
    )
    who.shop.faults()
    expect(await who.shop.decide(purchaseId, 'success')).toBe(true)
    const late = await who.payment(purchaseId)
    if (late.state !== 'late') throw new Error(late.state)
    expect(await getById(who.shop.cloud, 'refunds', late.refund)).toMatchObject({
      why: 'late',
      refundFen: 3_000,
    })
    expect((await who.account()).tier.id).toBe('regular')
  })

  test('paid for what can no longer be had goes back whole, with the stored value free again', async () => {
    await who.someoneNew('1000-0')
    const { purchase } = await who.begin('plus', true)
    await who.plus({ kind: 'basic', paid: null })
    expect(await who.shop.decide(purchase.purchaseId, 'success')).toBe(true)
    expect((await who.check(purchase.purchaseId)).state).toBe('cancelled')
    expect(await who.payment(purchase.purchaseId)).toMatchObject({ state: 'late' })
    expect(await who.standing()).toMatchObject({ freeFen: 1_000, current: { id: 'regular' } })
  })

  test('given up just after it was paid it is bought', async () => {
    const { purchase } = await who.begin('plus')
    who.shop.faults({ fault: 'lostNotice' })
    const { purchaseId } = purchase
    await who.shop.decide(purchaseId, 'success')
    expect(must(await who.shop.shopper(who.mei, 'memberships.giveUp', { purchaseId })).purchase.state).toBe(
      'paid',
    )
    expect((await who.account()).tier.id).toBe('plus')
  })
})
