import { DEFAULT_POINTS } from '@shared/rules/points/settings'
import { GOLD } from '@shared/rules/quote/exampleOrder'
import type { ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { releaseUnordered, reserve } from '../../cloudfunctions/database/reservations'
import { shopOrderIdOf } from '../../cloudfunctions/usecases/shopOrders/ids'
import { couponsIn, must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'
import { writeBenefits } from '../support/writeLevels'

const MINUTE = 60_000

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop

beforeEach(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  shop = await openOrderShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const POT = [{ sku: '茶壶', quantity: 1 }]
const CUP = [{ sku: '茶杯', quantity: 1 }]

const cancel = (orderId: string) => shop.shopper('buyer', 'shopOrders.cancel', { orderId })
const read = async (orderId: string) =>
  must(await shop.shopper('buyer', 'shopOrders.read', { orderId })).order

async function minutesLater(minutes: number): Promise<void> {
  shop.pass(minutes * MINUTE)
  await shop.timer('everyMinute')
}

describe('a quote', () => {
  test('tells of each coupon what it is worth here or why it cannot be used, the best first', async () => {
    const member = await shop.buyer('buyer', { points: 5_000 })
    const [c20, ship] = [await shop.coupon(member, 'c20'), await shop.coupon(member, 'ship')]
    const { coupons, points } = await shop.quote('buyer', CUP)
    expect(coupons.map(({ coupon, offFen, whyNot }) => [coupon.id, offFen, whyNot?.zh ?? null])).toEqual([
      [ship, 1_000, null],
      [c20, null, '再买 ¥170.00 可用'],
    ])
    expect(points).toEqual({ have: 5_000, most: 1_500, step: 100, minimum: 100, pointsPerYuan: 100 })
    const both = await shop.quote('buyer', POT, { coupons: [c20] })
    expect(both.coupons.map(({ coupon, offFen, isChosen }) => [coupon.id, offFen, isChosen])).toEqual([
      [c20, 2_000, true],
      [ship, 1_000, false],
    ])
  })

  test('says how far free freight is, and what cannot be bought', async () => {
    await shop.setShop({ freeFromFen: 10_000 })
    await shop.buyer('buyer')
    const cup = await shop.quote('buyer', CUP)
    expect(cup).toMatchObject({ missingForFreeFreightFen: 7_000, quote: { freightFen: 1_000 } })
    const pot = await shop.quote('buyer', POT)
    expect(pot).toMatchObject({ missingForFreeFreightFen: 0, quote: { freightFen: 0 } })
    const many = await shop.shopper('buyer', 'shopOrders.quote', {
      lines: [{ sku: '茶杯', quantity: 11 }],
      choices: { coupons: [], points: 0, balance: { of: 'none' } },
    })
    expect(many).toMatchObject({
      error: { code: 'GOODS_UNAVAILABLE', message: expect.stringContaining('只剩 10 件') as string },
    })
  })

  test('is for members alone', async () => {
    const choices = { coupons: [], points: 0, balance: { of: 'none' as const } }
    const answer = await shop.shopper('passer-by', 'shopOrders.quote', { lines: CUP, choices })
    expect(answer).toMatchObject({ error: { code: 'NOT_A_MEMBER' } })
    await shop.buyer('buyer')
    const wish = await shop.wish('buyer', CUP)
    expect(await shop.shopper('passer-by', 'shopOrders.place', wish)).toMatchObject({
      error: { code: 'NOT_A_MEMBER' },
    })
  })
})

describe('placing', () => {
  test('the same request makes one order, at once or later; another wish under it is refused', async () => {
    const member = await shop.buyer('buyer', { principalFen: 1_000, points: 1_000 })
    const wish = await shop.wish('buyer', CUP, { points: 500, balance: { of: 'all' } })
    const answers = await Promise.all([1, 2, 3].map(() => shop.place('buyer', wish, 'tapped')))
    const ids = new Set(answers.map((answer) => must(answer).order.id))
    expect(ids.size).toBe(1)
    const later = must(await shop.place('buyer', wish, 'tapped'))
    expect([...ids]).toEqual([later.order.id])
    expect(later.payment).not.toBeNull()
    expect((await shop.account(member)).balances.points).toBe(500)
    expect((await shop.account(member)).wallet?.holds).toHaveLength(1)
    expect(await shop.stock('茶杯')).toEqual({ free: 9, sold: 0, open: 1 })
    const other = await shop.place('buyer', { ...wish, note: '请送到门口' }, 'tapped')
    expect(other).toMatchObject({ error: { code: 'SHOP_ORDER_NUMBER_TAKEN' } })
  })

  test('an order that is not what was seen is refused with all that differs, and holds nothing', async () => {
    const member = await shop.buyer('buyer')
    const wish = await shop.wish('buyer', CUP)
    await shop.setShop({ freightFen: 1_200 })
    const refused = await shop.place('buyer', wish)
    expect(refused).toMatchObject({
      error: {
        code: 'QUOTE_CHANGED',
        data: { changes: { zh: expect.stringContaining('¥12.00') as string } },
      },
    })
    expect(await shop.stock('茶杯')).toEqual({ free: 10, sold: 0, open: 0 })
    const again = must(
      await shop.shopper('buyer', 'shopOrders.quote', { lines: CUP, choices: wish.choices, seen: wish.seen }),
    )
    expect(again.changes.map(({ en }) => en)).toEqual([
      'Freight: ¥10.00 when shown, ¥12.00 now',
      'WeChat Pay: ¥40.00 when shown, ¥42.00 now',
    ])
    expect((await shop.account(member)).wallet?.holds).toEqual([])
  })

  test('a coupon that still waits in the tail of its member can be used', async () => {
    const member = await shop.buyer('buyer')
    const coupon = await waitingCoupon(member)
    expect(await couponsIn(shop, { _id: coupon })).toEqual([])
    const { order } = await shop.order('buyer', CUP, { coupons: [coupon] })
    expect(order.quote.freightFen).toBe(0)
    expect(await couponsIn(shop, { _id: coupon })).toMatchObject([{ state: 'locked', heldBy: [order.id] }])
    const twice = await shop.shopper('buyer', 'shopOrders.quote', {
      lines: CUP,
      choices: { coupons: [coupon], points: 0, balance: { of: 'none' } },
    })
    expect(twice).toMatchObject({ error: { code: 'COUPON_LOCKED' } })
  })

  /** A coupon that a level gives waits in the tail until the timer moves it on. */
  async function waitingCoupon(member: string): Promise<string> {
    await shop.timer('everyMinute')
    const perk = {
      of: 'freeShippingCoupon' as const,
      coupons: 1,
      validDays: 30,
      issue: { of: 'atOnce' as const },
      requirement: { of: 'none' as const },
      stacking: { withAutomatic: true, withCodes: true },
    }
    const benefits = [{ ...GOLD, id: 'free', levelId: 'regular', addedOn: '2026-06-18', perk }]
    await writeBenefits(shop, { version: 2, benefits })
    shop.pass(MINUTE)
    must(await shop.shopper('buyer', 'checkin.checkIn', {}))
    const { coupons } = await shop.quote('buyer', CUP)
    const id = coupons[0]?.coupon.id
    if (!id) throw new Error(`${member} has no coupon`)
    return id
  }

  test('who pays with points and balance alone has paid at once, with nothing at WeChat', async () => {
    const member = await shop.buyer('buyer', { principalFen: 10_000 })
    const { order, payment } = await shop.order('buyer', CUP, { balance: { of: 'all' } })
    expect(payment).toBeNull()
    expect(order).toMatchObject({
      state: 'paid',
      earned: { points: 30 },
      may: { pay: false, askRefund: true },
    })
    expect(await shop.stock('茶杯')).toEqual({ free: 9, sold: 1, open: 0 })
    expect((await shop.account(member)).balances).toMatchObject({ principal: 6_000, points: 30 })
    const { total } = (await shop.cloud.db.collection('payments').count()) as { total: number }
    expect(total).toBe(0)
  })

  test('points and coupons alone: an order of 0 fen is paid at once and refunded in parts', async () => {
    await shop.setShop({ freightFen: 0 })
    await allowZero()
    const member = await shop.buyer('buyer', { points: 6_000 })
    const cups = [{ sku: '茶杯', quantity: 2 }]
    const { order } = await shop.order('buyer', cups, { points: 6_000 })
    expect(order).toMatchObject({ state: 'paid', quote: { payableFen: 0 }, earned: { points: 0 } })
    expect((await shop.account(member)).balances.points).toBe(0)
    const one = { orderId: order.id, request: { of: 'lines' as const, lines: [{ line: 0, quantity: 1 }] } }
    expect(await refund(one)).toMatchObject({ points: 3_000, amountFen: 0, isLast: false })
    expect((await shop.account(member)).balances.points).toBe(3_000)
    expect(await refund(one)).toMatchObject({ points: 3_000, isLast: true })
    expect((await shop.account(member)).balances.points).toBe(6_000)
    expect(await read(order.id)).toMatchObject({
      state: 'refunded',
      refunds: [{ wechat: null }, { wechat: null }],
    })
  })

  async function refund(input: {
    orderId: string
    request: { of: 'lines'; lines: { line: number; quantity: number }[] }
  }) {
    const preview = must(await shop.merchant('clerk', 'shopOrders.previewRefund', input))
    const { amountFen, freightFen, back, points } = preview
    const seen = { amountFen, freightFen, back, points }
    must(await shop.merchant('clerk', 'shopOrders.refund', { ...input, reason: '退货', seen }))
    return preview
  }

  async function allowZero(): Promise<void> {
    const { version: expectedVersion, ...value } = DEFAULT_POINTS
    const cap = { kind: 'shareOfPayable' as const, shareBp: 10_000 }
    const toCash = { ...value.toCash, cap, allowsZero: true }
    must(
      await shop.merchant('manager', 'settings.save', {
        topic: 'points',
        expectedVersion,
        value: { ...value, toCash },
      }),
    )
    shop.pass(6_000)
  }

  test('where WeChat does not answer the order stands, and can be paid later', async () => {
    await shop.buyer('buyer')
    shop.faults({ fault: 'payRefuses', call: 'prepay', code: 'SYSTEM_ERROR' })
    const { order, payment } = await shop.order('buyer', CUP)
    expect(payment).toBeNull()
    expect(order).toMatchObject({ state: 'awaitingPayment', may: { pay: true } })
    expect(await shop.shopper('buyer', 'shopOrders.pay', { orderId: order.id })).toMatchObject({
      error: { code: 'PAYMENT_UNAVAILABLE' },
    })
    shop.faults()
    const asked = must(await shop.shopper('buyer', 'shopOrders.pay', { orderId: order.id }))
    expect(asked.payment?.package).toMatch(/^prepay_id=/)
  })

  test('a stop between holding goods and placing frees them when their time is over', async () => {
    const member = await shop.buyer('buyer')
    const orderId = shopOrderIdOf(member, 'stopped')
    const until = Date.now() + 20 * MINUTE
    await reserve(shop.cloud, { id: orderId, member, lines: [{ sku: '茶杯', quantity: 1 }], until })
    expect(await shop.stock('茶杯')).toEqual({ free: 9, sold: 0, open: 1 })
    await minutesLater(20)
    expect(await shop.stock('茶杯')).toEqual({ free: 10, sold: 0, open: 0 })
    const late = await shop.place('buyer', await shop.wish('buyer', CUP), 'stopped')
    expect(late).toMatchObject({ error: { code: 'SHOP_ORDER_NUMBER_TAKEN' } })
  })

  test('a retry after such a stop goes on with what is held', async () => {
    const member = await shop.buyer('buyer')
    const orderId = shopOrderIdOf(member, 'stopped')
    const until = Date.now() + 20 * MINUTE
    await reserve(shop.cloud, { id: orderId, member, lines: [{ sku: '茶杯', quantity: 1 }], until })
    const { order } = must(await shop.place('buyer', await shop.wish('buyer', CUP), 'stopped'))
    expect(order.id).toBe(orderId)
    expect(await shop.stock('茶杯')).toEqual({ free: 9, sold: 0, open: 1 })
  })

  test('the same request twice, one of them refused: what the other placed keeps its goods', async () => {
    const member = await shop.buyer('buyer')
    const { order } = must(await shop.place('buyer', await shop.wish('buyer', CUP), 'twice'))
    await releaseUnordered(shop.cloud, shopOrderIdOf(member, 'twice'))
    expect(await shop.stock('茶杯')).toEqual({ free: 9, sold: 0, open: 1 })
    must(await cancel(order.id))
    expect(await shop.stock('茶杯')).toEqual({ free: 10, sold: 0, open: 0 })
  })

  test('the last piece is sold once, and who is late is told what is left', async () => {
    await shop.buyer('buyer')
    must(await shop.merchant('manager', 'stock.change', { sku: '茶壶', change: -9 }))
    const wish = await shop.wish('buyer', POT)
    const answers = await Promise.all([shop.place('buyer', wish), shop.place('buyer', wish)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'GOODS_UNAVAILABLE', message: expect.stringContaining('已售罄') as string },
    })
  })
})

describe('ending an order that nobody paid', () => {
  test('cancelled: points to their lots, balance and coupons free, goods on sale again; once however often', async () => {
    const member = await shop.buyer('buyer', { principalFen: 5_000, bonusFen: 500, points: 4_000 })
    const before = await shop.account(member)
    const c20 = await shop.coupon(member, 'c20')
    const choices = { coupons: [c20], points: 2_000, balance: { of: 'all' as const } }
    const { order } = await shop.order('buyer', POT, choices)
    const ended = await Promise.all([cancel(order.id), cancel(order.id)])
    expect(ended.map((answer) => must(answer).order.state)).toEqual(['cancelled', 'cancelled'])
    must(await cancel(order.id))
    const after = await shop.account(member)
    expect(after.balances).toEqual(before.balances)
    expect(after.lots).toEqual(before.lots)
    expect(after.wallet).toEqual(before.wallet)
    expect(await couponsIn(shop, { _id: c20 })).toMatchObject([{ state: 'issued', heldBy: [] }])
    expect(await shop.stock('茶壶')).toEqual({ free: 10, sold: 0, open: 0 })
    expect(await getById(shop.cloud, 'payments', order.id)).toMatchObject({ state: 'closed' })
    const explained = must(
      await shop.shopper('buyer', 'explain.read', {
        subject: { kind: 'entry', id: `order:${order.id}:cancelled:pointsReturned` },
      }),
    )
    expect(explained.lines[0]?.label.en).toContain('Back where they came from')
    const subject = { kind: 'order' as const, id: explained.source?.orderId ?? '' }
    const whole = must(await shop.shopper('buyer', 'explain.read', { subject }))
    expect(whole.lines.map(({ label }) => label.zh)).toContain('应付合计')
    await shop.join('other')
    expect(await shop.shopper('other', 'explain.read', { subject })).toMatchObject({
      error: { code: 'ORDER_NOT_FOUND' },
    })
  })

  test('after fifteen minutes the timer ends it, not before', async () => {
    const member = await shop.buyer('buyer', { points: 1_000 })
    const { order } = await shop.order('buyer', CUP, { points: 500 })
    await minutesLater(14)
    expect((await read(order.id)).state).toBe('awaitingPayment')
    await minutesLater(1)
    const lapsed = await read(order.id)
    expect(lapsed).toMatchObject({ state: 'cancelled', may: { pay: false, cancel: false } })
    expect(lapsed.timeline.at(-1)?.what.zh).toBe('超时未付款，自动取消')
    expect((await shop.account(member)).balances.points).toBe(1_000)
    expect(await shop.stock('茶杯')).toEqual({ free: 10, sold: 0, open: 0 })
    expect(await shop.shopper('buyer', 'shopOrders.pay', { orderId: order.id })).toMatchObject({
      ok: true,
      value: { payment: null },
    })
  })

  test('an order that was paid is not cancelled, though its notice got lost', async () => {
    await shop.buyer('buyer')
    shop.faults({ fault: 'lostNotice' })
    const { order } = await shop.order('buyer', CUP)
    await shop.decide(order.id, 'success')
    expect((await read(order.id)).state).toBe('awaitingPayment')
    expect(await cancel(order.id)).toMatchObject({
      error: { code: 'SHOP_ORDER_NOT_NOW', message: expect.stringContaining('已付款') as string },
    })
    expect(await read(order.id)).toMatchObject({ state: 'paid' })
  })
})

describe('paying', () => {
  test('the phone says paid, WeChat is asked: the order is booked before any notice', async () => {
    const member = await shop.buyer('buyer')
    shop.faults({ fault: 'lostNotice' })
    const { order } = await shop.order('buyer', CUP)
    const check = () => shop.shopper('buyer', 'shopOrders.checkPayment', { orderId: order.id })
    expect(must(await check()).order.state).toBe('awaitingPayment')
    await shop.decide(order.id, 'success')
    const answers = await Promise.all([check(), check(), check()])
    expect(answers.map((answer) => must(answer).order.state)).toEqual(['paid', 'paid', 'paid'])
    expect((await shop.account(member)).spend).toMatchObject({ orders: 1, fen: 3_000 })
    expect(await shop.stock('茶杯')).toEqual({ free: 9, sold: 1, open: 0 })
    const stored = await getById<ShopOrder>(shop.cloud, 'shopOrders', order.id)
    expect(stored?.events.map(({ what }) => what)).toEqual(['placed', 'paid'])
  })

  test('money that comes for an order that was cancelled goes back whole, and the order stays cancelled', async () => {
    const member = await shop.buyer('buyer')
    const { order } = await shop.order('buyer', CUP)
    shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' })
    must(await cancel(order.id))
    await shop.decide(order.id, 'success')
    expect((await read(order.id)).state).toBe('cancelled')
    expect(await getById(shop.cloud, 'payments', order.id)).toMatchObject({ state: 'late' })
    shop.faults()
    await minutesLater(2)
    expect(await getById(shop.cloud, 'refunds', `${order.id}-late`)).toMatchObject({
      state: 'done',
      refundFen: 4_000,
    })
    expect((await shop.account(member)).spend.orders).toBe(0)
    expect(await shop.stock('茶杯')).toEqual({ free: 10, sold: 0, open: 0 })
  })
})

describe('a stop after the commit', () => {
  const POSSIBLE = [
    ['success', 'paid', { free: 9, sold: 1, open: 0 }],
    ['decline', 'cancelled', { free: 10, sold: 0, open: 0 }],
  ] as const

  test.each(POSSIBLE)(
    '%s: goods that stayed held follow what the order came to',
    async (outcome, state, stock) => {
      await shop.buyer('buyer')
      const { order } = await shop.order('buyer', CUP)
      if (outcome === 'success') await shop.decide(order.id, 'success')
      else must(await cancel(order.id))
      expect((await read(order.id)).state).toBe(state)
      await holdAgain(order.id)
      expect(await shop.stock('茶杯')).toMatchObject({ open: 1 })
      await minutesLater(20)
      expect(await shop.stock('茶杯')).toEqual(stock)
    },
  )

  /** As it was before the goods followed the order. */
  async function holdAgain(orderId: string): Promise<void> {
    const { command } = shop.cloud.db
    await shop.cloud.db
      .collection('reservations')
      .where({ _id: orderId })
      .update({ state: 'held', dueAt: Date.now() + 20 * MINUTE })
    await shop.cloud.db
      .collection('stock')
      .where({ _id: '茶杯' })
      .update({ free: 9, sold: 0, open: 1, [`holds.${orderId}`]: command.set(1) })
  }
})
