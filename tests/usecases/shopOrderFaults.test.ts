import type { Coupon } from '@shared/rules/coupons/coupon'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop

beforeAll(async () => {
  shop = await openOrderShop()
  // What goes wrong on purpose is complained of, by the product and by the SDK.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  must(await shop.merchant('manager', 'stock.change', { sku: '茶壶', change: 200 }))
})
afterAll(async () => {
  await shop.close()
  jest.useRealTimers()
})

const POT = [{ sku: '茶壶', quantity: 1 }]
const CHOICES = { points: 2_000, balance: { of: 'all' as const } }

type Call = readonly [action: string, collection: string | undefined]

/** The first such call meets it, and the next two of three chances. */
function strike(fault: 'timeoutAfter' | 'error', [action, collection]: Call): void {
  const rule = { fault, action, ...(collection ? { collection } : {}) }
  shop.gateway.setFaults({
    seed: 1,
    rules: [
      { ...rule, rateBp: 10_000, times: 1 },
      { ...rule, rateBp: 5_000, times: 2 },
    ],
  })
}
const calm = () => shop.gateway.setFaults({ seed: 0, rules: [] })

let count = 0

/** A member with everything an order can hold, and a wish that takes some of each. */
async function buyer() {
  const openid = `buyer-${(count += 1)}`
  const member = await shop.buyer(openid, { principalFen: 5_000, bonusFen: 500, points: 4_000 })
  const coupon = await shop.coupon(member, 'c20')
  const wish = await shop.wish(openid, POT, { ...CHOICES, coupons: [coupon] })
  const place = () => shop.place(openid, wish, `request of ${openid}`)
  return { openid, member, coupon, place, before: await shop.account(member) }
}

const couponOf = async (id: string) => must2(await getById<Coupon>(shop.cloud, 'coupons', id))

function must2<T>(found: T | null): T {
  if (found === null) throw new Error('it is not there')
  return found
}

const WAYS = ['timeoutAfter', 'error'] as const

const PLACING: readonly Call[] = [
  ['database.insertDocument', 'reservations'],
  ['database.modifyDocument', 'stock'],
  ['database.modifyDocument', 'reservations'],
  ['database.modifyDocument', 'members'],
  ['database.insertDocument', 'journal'],
  ['database.insertDocument', 'shopOrders'],
  ['database.insertDocument', 'payments'],
  ['database.modifyDocument', 'coupons'],
  ['database.commitTransaction', undefined],
]

describe.each(PLACING)('placing meets a fault at %s of %s', (...call) => {
  test.each(WAYS)('%s: one order, and everything is held once', async (fault) => {
    const { openid, member, coupon, place, before } = await buyer()
    const stock = await shop.stock('茶壶')
    strike(fault, call)
    await place()
    await place()
    calm()
    const { order } = must(await place())
    const after = await shop.account(member)
    expect(after.balances.points).toBe(before.balances.points - 2_000)
    expect(after.wallet?.holds).toMatchObject([{ orderId: order.id }])
    expect((await couponOf(coupon)).heldBy).toEqual([order.id])
    expect(await shop.stock('茶壶')).toEqual({ ...stock, free: stock.free - 1, open: stock.open + 1 })

    must(await shop.shopper(openid, 'shopOrders.cancel', { orderId: order.id }))
    expect((await shop.account(member)).balances).toEqual(before.balances)
    expect(await shop.stock('茶壶')).toEqual(stock)
  })
})

const PAYING: readonly Call[] = [
  ['database.modifyDocument', 'members'],
  ['database.insertDocument', 'orders'],
  ['database.insertDocument', 'journal'],
  ['database.modifyDocument', 'payments'],
  ['database.modifyDocument', 'coupons'],
  ['database.commitTransaction', undefined],
  ['database.modifyDocument', 'reservations'],
  ['database.modifyDocument', 'stock'],
]

describe.each(PAYING)('paying meets a fault at %s of %s', (...call) => {
  test.each(WAYS)('%s: booked once, and the goods are sold once', async (fault) => {
    const { openid, member, coupon, place } = await buyer()
    const { order } = must(await place())
    const stock = await shop.stock('茶壶')
    strike(fault, call)
    await shop.decide(order.id, 'success')
    await shop.shopper(openid, 'shopOrders.checkPayment', { orderId: order.id })
    calm()
    shop.pass(21 * 60_000)
    await shop.timer('everyMinute')
    const { order: paid } = must(await shop.shopper(openid, 'shopOrders.read', { orderId: order.id }))
    expect(paid).toMatchObject({ state: 'paid', earned: { points: 360 } })
    const after = await shop.account(member)
    expect(after.balances).toMatchObject({ points: 2_360, principal: 0, bonus: 0 })
    expect(after.spend).toMatchObject({ orders: 1, fen: 36_000 })
    expect((await couponOf(coupon)).usedBy).toHaveLength(1)
    expect(await shop.stock('茶壶')).toEqual({ ...stock, sold: stock.sold + 1, open: stock.open - 1 })
  })
})

const CANCELLING: readonly Call[] = [
  ['database.modifyDocument', 'members'],
  ['database.insertDocument', 'journal'],
  ['database.modifyDocument', 'shopOrders'],
  ['database.commitTransaction', undefined],
  ['database.modifyDocument', 'reservations'],
  ['database.modifyDocument', 'stock'],
]

describe.each(CANCELLING)('cancelling meets a fault at %s of %s', (...call) => {
  test.each(WAYS)('%s: everything comes back once', async (fault) => {
    const { openid, member, coupon, place, before } = await buyer()
    const stock = await shop.stock('茶壶')
    const { order } = must(await place())
    strike(fault, call)
    const cancel = () => shop.shopper(openid, 'shopOrders.cancel', { orderId: order.id })
    await cancel()
    await cancel()
    calm()
    expect(must(await cancel()).order.state).toBe('cancelled')
    const after = await shop.account(member)
    expect([after.balances, after.lots, after.wallet]).toEqual([before.balances, before.lots, before.wallet])
    expect(await couponOf(coupon)).toMatchObject({ state: 'issued', heldBy: [] })
    expect(await shop.stock('茶壶')).toEqual(stock)
  })
})

const REFUNDING: readonly Call[] = [
  ['database.modifyDocument', 'members'],
  ['database.insertDocument', 'journal'],
  ['database.modifyDocument', 'orders'],
  ['database.modifyDocument', 'shopOrders'],
  ['database.insertDocument', 'refunds'],
  ['database.modifyDocument', 'coupons'],
  ['database.commitTransaction', undefined],
]

describe.each(REFUNDING)('refunding meets a fault at %s of %s', (...call) => {
  test.each(WAYS)('%s: refunded once, and everything is back once', async (fault) => {
    const { openid, member, coupon, place, before } = await buyer()
    const { order } = must(await place())
    await shop.decide(order.id, 'success')
    const asked = { orderId: order.id, request: { of: 'rest' as const } }
    const preview = must(await shop.merchant('clerk', 'shopOrders.previewRefund', asked))
    const { amountFen, freightFen, back, points } = preview
    const input = { ...asked, reason: '退货', seen: { amountFen, freightFen, back, points } }
    const event = { action: 'shopOrders.refund', input, requestId: `refund for ${openid}` }
    const refund = () => shop.raw('merchant', event, { openid: 'clerk', source: 'wx_client' })
    strike(fault, call)
    await refund()
    await refund()
    calm()
    expect(await refund()).toMatchObject({ ok: true, value: { order: { state: 'refunded' } } })
    const after = await shop.account(member)
    expect(after.balances).toEqual(before.balances)
    expect(after.wallet?.lots).toEqual(before.wallet?.lots)
    expect(await couponOf(coupon)).toMatchObject({ state: 'issued', usedBy: [] })
    shop.pass(60_000)
    await shop.timer('everyMinute')
    const read = must(await shop.shopper(openid, 'shopOrders.read', { orderId: order.id })).order
    expect(read.refunds).toMatchObject([{ wechat: 'done', back: { wechat: order.quote.paid.wechat } }])
  })
})

test('placing is 20 calls with all four means, and 16 by WeChat alone', async () => {
  const { place } = await buyer()
  await shop.gateway.resetStats()
  must(await place())
  expect(callsBy()).toEqual({
    members: 3,
    products: 1,
    coupons: 3,
    shopOrders: 3,
    reservations: 4,
    stock: 1,
    payments: 2,
    journal: 1,
    transaction: 2,
  })
  const plain = await shop.wish('buyer-1', POT)
  await shop.gateway.resetStats()
  must(await shop.place('buyer-1', plain))
  expect(callsBy()).toEqual({
    members: 2,
    products: 1,
    shopOrders: 3,
    reservations: 4,
    stock: 1,
    payments: 2,
    transaction: 2,
  })
})

/** Beginning and ending a transaction is of no collection. */
function callsBy(): Record<string, number> {
  const { byCollection, total } = shop.gateway.stats()
  const ofSome = Object.values(byCollection).reduce((sum, each) => sum + each, 0)
  return { ...byCollection, transaction: total - ofSome }
}
