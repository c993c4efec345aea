import { getById } from '../../cloudfunctions/database/documentAccess'
import type { Payment } from '@shared/rules/payments/payment'
import type { ReservationDocument } from '../../cloudfunctions/database/reservations'
import { makePayKeys } from '../../local/wechat/pay/payKeys'
import { transactionOf } from '../../local/wechat/pay/payments'
import { must } from '../support/couponShop'
import { makeNotice, sendNotice, type Made } from '../support/notices'
import { openOrderShop, type OrderShop } from '../support/orderShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const MINUTE = 60_000
const YUAN = 100
/** A cup of 30 and freight of 10: points for 5, 20 by balance, 15 by WeChat. */
const CUP = [{ sku: '茶杯', quantity: 1 }]
const WECHAT_FEN = 15 * YUAN
const POINTS = 500
const BALANCE_FEN = 20 * YUAN

let shop: OrderShop
let alerted: jest.SpyInstance
beforeAll(async () => {
  alerted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  shop = await openOrderShop()
  must(await shop.merchant('manager', 'stock.change', { sku: '茶杯', change: 50 }))
})
afterAll(() => shop.close())
afterEach(() => {
  shop.faults()
  alerted.mockClear()
})

interface Waiting {
  readonly id: string
  readonly buyer: string
  readonly member: string
}

let buyers = 0

/** An order by points, balance and WeChat that waits for what WeChat is to pay. */
async function waiting(): Promise<Waiting> {
  const buyer = `buyer-${(buyers += 1)}`
  const member = await shop.buyer(buyer, { principalFen: BALANCE_FEN, points: POINTS })
  const { order, payment } = await shop.order(buyer, CUP, { points: POINTS, balance: { of: 'all' } })
  expect([order.state, payment === null]).toEqual(['awaitingPayment', false])
  return { id: order.id, buyer, member }
}

/** What WeChat knows of a payment, with something else in it. */
function resourceOf(id: string, change: object = {}): object {
  const { store, merchant } = shop.pay
  return { ...transactionOf(merchant, store.payment(id)!, false), ...change }
}

/** The payer pays, and the notice gets lost: what the test sends instead is what the shop hears. */
async function paidUnheard(id: string): Promise<void> {
  shop.faults({ fault: 'lostNotice' })
  expect(await shop.decide(id, 'success')).toBe(true)
}

const notice = (id: string, change?: object, keys = shop.pay.keys): Made =>
  makeNotice(keys, Date.now(), resourceOf(id, change))
const send = (made: Made) => sendNotice(shop.url, made)

const stateOf = async ({ id, buyer }: Waiting) =>
  must(await shop.shopper(buyer, 'shopOrders.read', { orderId: id })).order.state

/** What became of the goods that were held for it. */
const goodsOf = async ({ id }: Waiting) =>
  (await getById<ReservationDocument>(shop.cloud, 'reservations', id))?.state

/** Nothing is booked, and all that is held for the order is held. */
async function expectUntouched(order: Waiting): Promise<void> {
  expect(await stateOf(order)).toBe('awaitingPayment')
  const { balances, wallet, spend } = await shop.account(order.member)
  expect([balances.principal, balances.points, spend.orders]).toEqual([BALANCE_FEN, 0, 0])
  expect(wallet?.holds).toHaveLength(1)
  expect(await goodsOf(order)).toBe('held')
  expect(await getById<Payment>(shop.cloud, 'payments', order.id)).toMatchObject({ state: 'open' })
}

async function expectBought(order: Waiting): Promise<void> {
  expect(await stateOf(order)).toBe('paid')
  const { balances, wallet, spend } = await shop.account(order.member)
  // 30 less 5 for points: 25 points of what was paid for goods.
  expect([balances.principal, balances.points]).toEqual([0, 25])
  expect([wallet?.holds, spend.orders]).toEqual([[], 1])
  expect(await goodsOf(order)).toBe('settled')
  expect(shop.pay.store.refundsOf(order.id)).toEqual([])
}

/** All as before the order, and WeChat has given back what it took. */
async function expectAsIfNever(order: Waiting): Promise<void> {
  expect(await stateOf(order)).toBe('cancelled')
  const { balances, wallet, spend } = await shop.account(order.member)
  expect([balances.principal, balances.points, spend.orders]).toEqual([BALANCE_FEN, POINTS, 0])
  expect(wallet?.holds).toEqual([])
  expect(await goodsOf(order)).toBe('released')
  expect(shop.pay.store.refundsOf(order.id)).toMatchObject([{ refundFen: WECHAT_FEN }])
  expect(await getById<Payment>(shop.cloud, 'payments', order.id)).toMatchObject({ state: 'late' })
}

describe('nothing is booked by a notice that is', () => {
  test('forged: signed by somebody else', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    const others = { ...(await makePayKeys()), publicKeyId: shop.pay.keys.publicKeyId }
    expect(await send(notice(order.id, {}, others))).toBe(401)
    await expectUntouched(order)
  })

  test('altered on its way', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    const made = notice(order.id)
    expect(await send({ ...made, body: made.body.replace('支付成功', '支付失败') })).toBe(401)
    await expectUntouched(order)
  })

  test('of another amount, though WeChat signed it: a person is told', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    for (const total of [WECHAT_FEN - 1, WECHAT_FEN + 1, 1]) {
      expect(await send(notice(order.id, { amount: { total, currency: 'CNY' } }))).toBe(409)
    }
    expect(alerted).toHaveBeenCalledWith(expect.stringContaining(`1499 fen were paid, and ${WECHAT_FEN}`))
    await expectUntouched(order)
  })

  test('for another merchant, or of another app', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    expect(await send(notice(order.id, { mchid: '1900000009' }))).toBe(403)
    expect(await send(notice(order.id, { appid: 'wx0' }))).toBe(403)
    await expectUntouched(order)
  })

  test('of another order: it pays for that one alone', async () => {
    const [order, other] = [await waiting(), await waiting()]
    await paidUnheard(order.id)
    expect(await send(notice(order.id))).toBe(200)
    await expectUntouched(other)
  })

  test('replayed after six minutes, though it was true', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    const made = notice(order.id)
    shop.pass(6 * MINUTE)
    expect(await send(made)).toBe(401)
    await expectUntouched(order)
  })
})

describe('a true notice', () => {
  test('books once, however often it is replayed at once', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    const made = notice(order.id)
    const statuses = await Promise.all(Array.from({ length: 8 }, () => send(made)))
    expect(statuses).toEqual(Array(8).fill(200))
    await expectBought(order)
    expect(await send(made)).toBe(200)
    await expectBought(order)
  })

  test('is there before the app comes back: its question changes nothing', async () => {
    const order = await waiting()
    expect(await shop.decide(order.id, 'success')).toBe(true)
    await expectBought(order)
    const { order: face } = must(
      await shop.shopper(order.buyer, 'shopOrders.checkPayment', { orderId: order.id }),
    )
    expect(face.state).toBe('paid')
    await expectBought(order)
  })

  test('comes after the app asked: it changes nothing', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    must(await shop.shopper(order.buyer, 'shopOrders.checkPayment', { orderId: order.id }))
    await expectBought(order)
    expect(await send(notice(order.id))).toBe(200)
    await expectBought(order)
  })

  test('is late, and the timer has found the money before', async () => {
    const order = await waiting()
    await paidUnheard(order.id)
    shop.pass(5 * MINUTE)
    await shop.timer('everyMinute')
    await expectBought(order)
    expect(await send(notice(order.id))).toBe(200)
    await expectBought(order)
  })

  test('comes after the order was cancelled: all of it goes back, once', async () => {
    const order = await waiting()
    // WeChat does not hear of the cancelling, so that the payer can still pay.
    shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' }, { fault: 'lostNotice' })
    must(await shop.shopper(order.buyer, 'shopOrders.cancel', { orderId: order.id }))
    expect(await shop.decide(order.id, 'success')).toBe(true)
    shop.faults()
    for (const time of ['once', 'twice']) expect([time, await send(notice(order.id))]).toEqual([time, 200])
    await expectAsIfNever(order)
  })

  test('comes after a quarter of an hour, when the goods are free again: all of it goes back', async () => {
    const order = await waiting()
    shop.faults({ fault: 'payRefuses', call: 'close', code: 'SYSTEM_ERROR' })
    await shop.decide(order.id, 'decline')
    shop.pass(30 * MINUTE)
    await shop.timer('everyMinute')
    expect(await stateOf(order)).toBe('cancelled')
    shop.faults()
    const paid = { ...shop.pay.store.payment(order.id)!, state: 'SUCCESS' as const, paidAt: Date.now() }
    shop.pay.store.savePayment(paid)
    expect(await send(notice(order.id))).toBe(200)
    await expectAsIfNever(order)
  })

  test('of a payment that was cancelled in time never comes: WeChat lets nobody pay', async () => {
    const order = await waiting()
    must(await shop.shopper(order.buyer, 'shopOrders.cancel', { orderId: order.id }))
    expect(await shop.decide(order.id, 'success')).toBe(false)
  })
})
