import type { SaleDocument } from '@shared/rules/orders/order'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { accountAt, fillWallet, NO_CHOICES, openCounter, typed, type Counter } from '../support/counterShop'
import { couponsIn, must, saveTemplate } from '../support/couponShop'

const MINUTE = 60_000
const START = '2026-06-18T04:00:00Z'

// A shop of its own takes a while to open on a machine that does other things too.
jest.setTimeout(60_000)

let counter: Counter
let openid: string
let number = 0

beforeAll(async () => {
  counter = await openCounter(START)
})
afterAll(() => counter.shop.close())
beforeEach(async () => {
  jest.setSystemTime(Date.parse(START))
  openid = `shopper-${++number}`
  await counter.shop.join(openid)
})

const refused = (code: string) => ({ ok: false, error: { code } })
const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const scan = (code: string, clerk = 'clerk') => counter.shop.merchant(clerk, 'counter.scan', { code })
const showCode = async () => must(await counter.shop.shopper(openid, 'memberCode.show', {}))
const bill = (visit: string, ...amounts: number[]) => ({
  visit,
  lines: typed(...amounts),
  choices: NO_CHOICES,
})
const orderIn = (id: string) => getById<SaleDocument>(counter.shop.cloud, 'orders', id)

/** A cash-off coupon of ¥20 from ¥200, claimed. */
async function coupon(): Promise<string> {
  const template = `t${number}`
  await saveTemplate(counter.shop, template)
  must(await counter.shop.shopper(openid, 'coupons.claim', { template }))
  const [claimed] = await couponsIn(counter.shop, { member: counter.shop.memberId(openid) })
  return claimed!._id
}

describe('a member code', () => {
  test('is digits, another each time, and opens the member at the till', async () => {
    await fillWallet(counter.shop, openid, 10_000, 2_000)
    const [one, two] = [await showCode(), await showCode()]
    expect(one.code).toMatch(/^\d{77}$/)
    expect(two.code).not.toBe(one.code)
    expect(one).toMatchObject({
      now: Date.parse(START),
      validUntil: Date.parse(START) + MINUTE,
      points: 0,
      balance: { principalFen: 10_000, bonusFen: 2_000 },
    })
    expect(must(await scan(one.code))).toMatchObject({
      member: { id: counter.shop.memberId(openid), joinedDay: '2026-06-18', balance: one.balance },
      coupons: [],
      confirmAboveFen: 20_000,
      openUntil: Date.parse(START) + 15 * MINUTE,
    })
  })

  test('is read with what a scanner or a person puts between its digits', async () => {
    const { code } = await showCode()
    expect(await scan(` ${code.replace(/(\d{4})/g, '$1 ')}\n`)).toMatchObject({ ok: true })
  })

  test('is over after a minute', async () => {
    const { code } = await showCode()
    pass(MINUTE - 1)
    expect(await scan(code)).toMatchObject({ ok: true })
    pass(1)
    expect(await scan(code)).toMatchObject(refused('MEMBER_CODE_EXPIRED'))
  })

  test('that was altered in any place, or is none, is unknown', async () => {
    const { code } = await showCode()
    for (let place = 0; place < code.length; place += 1) {
      const digit = String((Number(code[place]) + 1) % 10)
      const altered = `${code.slice(0, place)}${digit}${code.slice(place + 1)}`
      expect(await scan(altered)).toMatchObject(refused('MEMBER_CODE_UNKNOWN'))
    }
    for (const none of ['1', '9'.repeat(77), 'https://example.com/', `${code}0`])
      expect(await scan(none)).toMatchObject(refused('MEMBER_CODE_UNKNOWN'))
  })

  test('is for members, and scanned by staff', async () => {
    expect(await counter.shop.shopper('stranger', 'memberCode.show', {})).toMatchObject(
      refused('NOT_A_MEMBER'),
    )
    const { code } = await showCode()
    expect(await scan(code, openid)).toMatchObject(refused('FORBIDDEN'))
  })
})

describe('a charge', () => {
  test('takes the balance first, by its proportion, and leaves the rest to be paid at the till', async () => {
    await fillWallet(counter.shop, openid, 10_000, 2_000)
    const visit = await counter.till.visitOf(openid)
    const quoted = must(await counter.till.quote(bill(visit, 15_000)))
    expect(quoted.quote).toMatchObject({
      payableFen: 15_000,
      paid: { bonus: 2_000, principal: 10_000, wechat: 3_000 },
    })
    const labels = quoted.quote.explanation.map(({ label }) => label.zh)
    expect(labels).toContain('柜台收款')
    expect(labels).not.toContain('微信支付')
    await counter.shop.gateway.resetStats()
    const charged = must(await counter.till.chargeSeen({ ...bill(visit, 15_000), seen: quoted.seen }))
    expect(charged).toMatchObject({ standing: 'charged', earned: { points: 150, growth: 150 } })
    const account = await accountAt(counter.shop, openid)
    expect(account.balances).toMatchObject({ principal: 0, bonus: 0, points: 150 })
    expect(await orderIn(charged.id)).toMatchObject({
      source: 'counter',
      amountFen: 15_000,
      tender: {
        goods: { bonus: 2_000, principal: 10_000, wechat: 3_000 },
        parts: [{ lotId: 'first', principalFen: 10_000, bonusFen: 2_000 }],
      },
    })
    const { data } = await counter.shop.cloud.db
      .collection('journal')
      .where({ member: account._id, kind: 'orderPaid' })
      .get()
    expect(data).toMatchObject([
      {
        legs: expect.arrayContaining([
          { account: 'principal', unit: 'fen', amount: -10_000 },
          { account: 'bonus', unit: 'fen', amount: -2_000 },
          { account: 'store.cash.counter', unit: 'fen', amount: -3_000 },
        ]) as unknown,
      },
    ])
  })

  test('is four round trips and the role', async () => {
    const visit = await counter.till.visitOf(openid)
    const { seen } = must(await counter.till.quote(bill(visit, 1_000)))
    counter.shop.gateway.resetStats()
    must(await counter.till.chargeSeen({ ...bill(visit, 1_000), seen }))
    const { byAction } = counter.shop.gateway.stats()
    expect(byAction).toEqual({
      'database.getDocument': 4,
      'database.startTransaction': 1,
      'database.modifyDocument': 1,
      'database.insertDocument': 3,
      'database.commitTransaction': 1,
    })
  })

  test('of points and a coupon beside the balance: all are gone, and earn nothing', async () => {
    const couponId = await coupon()
    must(await counter.shop.merchant('clerk', 'orders.record', record(`earn${number}`, 300_000)))
    await fillWallet(counter.shop, openid, 5_000, 0)
    const visit = await counter.till.visitOf(openid)
    const choices = { coupons: [couponId], points: 1_000, balance: { of: 'all' } } as const
    const input = { visit, lines: typed(25_000), choices: { ...choices, coupons: [couponId] } }
    const quoted = must(await counter.till.quote(input))
    expect(quoted).toMatchObject({
      quote: { payableFen: 22_000, pointsUsed: 1_000, pointsOffFen: 1_000, paid: { principal: 5_000 } },
      coupons: [{ id: couponId, isChosen: true, offFen: 2_000 }],
      points: { have: 3_000 },
      needsConfirmation: false,
    })
    const charged = must(await counter.till.chargeSeen({ ...input, seen: quoted.seen }))
    expect(charged.earned).toMatchObject({ points: 220 })
    expect(await couponsIn(counter.shop, { _id: couponId })).toMatchObject([
      { state: 'used', usedBy: [{ orderId: charged.id }] },
    ])
    expect((await accountAt(counter.shop, openid)).balances).toMatchObject({
      points: 3_000 - 1_000 + 220,
      principal: 0,
    })
  })

  test('tapped twice is one, and answers the same', async () => {
    await fillWallet(counter.shop, openid, 10_000, 0)
    const visit = await counter.till.visitOf(openid)
    const { seen } = must(await counter.till.quote(bill(visit, 4_000)))
    const taps = await Promise.all(
      [1, 2, 3].map(() => counter.till.chargeSeen({ ...bill(visit, 4_000), seen }, 'one')),
    )
    expect(taps.map(must).map(({ standing, earned }) => [standing, earned?.points])).toEqual(
      Array(3).fill(['charged', 40]),
    )
    expect((await accountAt(counter.shop, openid)).balances.principal).toBe(6_000)
  })

  test('with a code that was used is refused, whatever it asks for now', async () => {
    await fillWallet(counter.shop, openid, 10_000, 0)
    const { code } = await showCode()
    const { visit } = must(await scan(code))
    must(await counter.till.charge(bill(visit, 4_000)))
    expect(await counter.till.charge(bill(visit, 4_001))).toMatchObject(refused('MEMBER_CODE_USED'))
    expect(await scan(code)).toMatchObject(refused('MEMBER_CODE_USED'))
    expect((await accountAt(counter.shop, openid)).balances.principal).toBe(6_000)
  })

  test('at two tills at once with one code: one of them', async () => {
    await fillWallet(counter.shop, openid, 10_000, 0)
    const { code } = await showCode()
    const [here, there] = [must(await scan(code)), must(await scan(code, 'colleague'))]
    const both = await Promise.all([
      counter.till.charge(bill(here.visit, 4_000)),
      counter.other.charge(bill(there.visit, 4_000)),
    ])
    const [won] = both.filter(({ ok }) => ok)
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject(refused('MEMBER_CODE_USED'))
    expect(must(won!).standing).toBe('charged')
    expect((await accountAt(counter.shop, openid)).balances.principal).toBe(6_000)
  })

  test('at two tills with two codes: both, and the second by what is left', async () => {
    await fillWallet(counter.shop, openid, 5_000, 0)
    const visits = [await counter.till.visitOf(openid), await counter.other.visitOf(openid)] as const
    const seen = await Promise.all([
      counter.till.quote(bill(visits[0], 4_000)),
      counter.other.quote(bill(visits[1], 4_000)),
    ])
    const both = await Promise.all([
      counter.till.chargeSeen({ ...bill(visits[0], 4_000), seen: must(seen[0]).seen }),
      counter.other.chargeSeen({ ...bill(visits[1], 4_000), seen: must(seen[1]).seen }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = both.find(({ ok }) => !ok)
    expect(lost).toMatchObject(refused('QUOTE_CHANGED'))
    expect(JSON.stringify(lost)).toContain('柜台收款')
    expect((await accountAt(counter.shop, openid)).balances.principal).toBe(1_000)
  })

  test('of something else than was shown is refused, and nothing is taken', async () => {
    await fillWallet(counter.shop, openid, 10_000, 0)
    const visit = await counter.till.visitOf(openid)
    const { seen } = must(await counter.till.quote(bill(visit, 4_000)))
    expect(await counter.till.chargeSeen({ ...bill(visit, 4_001), seen })).toMatchObject(
      refused('QUOTE_CHANGED'),
    )
    expect((await accountAt(counter.shop, openid)).balances.principal).toBe(10_000)
    must(await counter.till.chargeSeen({ ...bill(visit, 4_000), seen }))
  })

  test('needs a visit that is open, at the till that opened it', async () => {
    const visit = await counter.till.visitOf(openid)
    const { seen } = must(await counter.till.quote(bill(visit, 4_000)))
    expect(await counter.shop.merchant('colleague', 'counter.quote', bill(visit, 4_000))).toMatchObject(
      refused('COUNTER_VISIT_OVER'),
    )
    expect(
      await counter.shop.merchant('colleague', 'counter.charge', { ...bill(visit, 4_000), seen }),
    ).toMatchObject(refused('COUNTER_VISIT_OVER'))
    const forged = visit.replace(counter.shop.memberId(openid), await counter.shop.join('rich'))
    expect(await counter.till.quote(bill(forged, 4_000))).toMatchObject(refused('COUNTER_VISIT_OVER'))
    pass(15 * MINUTE)
    expect(await counter.till.chargeSeen({ ...bill(visit, 4_000), seen })).toMatchObject(
      refused('COUNTER_VISIT_OVER'),
    )
  })

  test('never takes what a coupon of somebody else is worth', async () => {
    const couponId = await coupon()
    const owner = openid
    openid = `${owner}-friend`
    await counter.shop.join(openid)
    const visit = await counter.till.visitOf(openid)
    const input = { visit, lines: typed(25_000), choices: { ...NO_CHOICES, coupons: [couponId] } }
    expect(await counter.till.quote(input)).toMatchObject(refused('COUPON_NOT_FOUND'))
  })

  test('of goods of the shop: their price and their category', async () => {
    const visit = await counter.till.visitOf(openid)
    const lines = [{ of: 'goods', sku: 'nothing', quantity: 1 } as const]
    expect(await counter.till.quote({ visit, lines, choices: NO_CHOICES })).toMatchObject(
      refused('GOODS_UNAVAILABLE'),
    )
  })
})

const record = (saleNumber: string, amountFen: number) => ({
  member: counter.shop.memberId(openid),
  number: saleNumber,
  lines: [{ category: null, product: null, quantity: 1, amountFen }],
})

test('what was sold at the counter, charged or recorded, the latest first and page by page', async () => {
  pass(24 * 60 * MINUTE)
  for (let sale = 0; sale < 21; sale += 1) {
    pass(MINUTE)
    must(await counter.shop.merchant('clerk', 'orders.record', record(`list${sale}`, 100)))
  }
  pass(MINUTE)
  const { id } = must(await counter.till.charge(bill(await counter.till.visitOf(openid), 700)))
  const first = must(await counter.shop.merchant('clerk', 'counter.sales', {}))
  expect(first.sales).toHaveLength(20)
  expect(first.sales.slice(0, 2)).toMatchObject([
    { id, kind: 'charged', amountFen: 700, refundedFen: 0, isRefunded: false },
    { id: 'counter:list20', kind: 'recorded', amountFen: 100 },
  ])
  const second = must(
    await counter.shop.merchant('clerk', 'counter.sales', { cursor: first.nextCursor ?? undefined }),
  )
  expect(second.sales.slice(0, 2).map((sale) => sale.id)).toEqual(['counter:list1', 'counter:list0'])
})
