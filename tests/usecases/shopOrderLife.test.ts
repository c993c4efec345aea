import type { InputOf, OutputOf } from '@shared/contracts'
import { accountOf, inboxOf } from '../support/outbox'
import { must } from '../support/couponShop'
import { openOrderShop, type OrderShop } from '../support/orderShop'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

// Opening a shop with all that it sells takes its time on a busy machine.
jest.setTimeout(60_000)

let shop: OrderShop

beforeEach(async () => {
  shop = await openOrderShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

const CUP = [{ sku: '茶杯', quantity: 1 }]

/** An order of a cup that is paid by WeChat. */
async function paidOrder(openid = 'buyer') {
  const { order } = await shop.order(openid, CUP)
  await shop.decide(order.id, 'success')
  return order.id
}

const read = async (orderId: string, openid = 'buyer') =>
  must(await shop.shopper(openid, 'shopOrders.read', { orderId })).order

const ship = (orderId: string, trackingNumber = 'SF1234567890', carrier = 'SF') =>
  shop.merchant('clerk', 'shopOrders.ship', { orderId, carrier, trackingNumber })

describe('shipping and receiving', () => {
  test('what was paid is shipped, WeChat is told of it, the member too; then it is received', async () => {
    const member = await shop.buyer('buyer')
    const orderId = await paidOrder()
    expect(await ship(orderId, 'SF1234567890', 'PIGEON')).toMatchObject({
      error: { code: 'CARRIER_UNKNOWN' },
    })
    const shipped = must(await ship(orderId))
    expect(shipped).toMatchObject({
      order: { state: 'shipped', shipping: { carrier: 'SF', carrierName: { zh: '顺丰速运' } } },
      can: { ship: false, refund: true },
    })
    expect(must(await ship(orderId)).order.state).toBe('shipped')
    expect(await ship(orderId, 'SF999999')).toMatchObject({
      error: { code: 'SHOP_ORDER_NOT_NOW', message: expect.stringContaining('已发货') as string },
    })
    const { data: parcels } = await shop.cloud.db.collection('outbox').where({ channel: 'shipping' }).get()
    expect(parcels).toMatchObject([
      { parcel: { orderId, goods: '茶杯', delivery: { receiver: '138****8000' } } },
    ])
    expect((await accountOf(shop, member)).outgoing).toMatchObject([{ kind: 'orderShipped' }])
    const received = must(await shop.shopper('buyer', 'shopOrders.receive', { orderId })).order
    expect(received.state).toBe('received')
    expect(received.timeline.map(({ what }) => what.zh)).toEqual([
      '提交订单',
      '付款成功',
      '商家发货',
      '确认收货',
    ])
    expect(must(await shop.shopper('buyer', 'shopOrders.receive', { orderId })).order).toEqual(received)
  })

  test('after ten days goods are taken as received, not a minute before', async () => {
    await shop.buyer('buyer')
    const orderId = await paidOrder()
    must(await ship(orderId))
    shop.pass(10 * DAY - MINUTE)
    await shop.timer('hourly')
    expect((await read(orderId)).state).toBe('shipped')
    shop.pass(MINUTE)
    await shop.timer('hourly')
    const order = await read(orderId)
    expect(order).toMatchObject({ state: 'received', receivedBy: null })
    expect(order.timeline.at(-1)?.what.zh).toBe('超时自动确认收货')
  })

  test('an order that waits for its money is neither shipped nor received', async () => {
    await shop.buyer('buyer')
    const { order } = await shop.order('buyer', CUP)
    expect(await ship(order.id)).toMatchObject({ error: { code: 'SHOP_ORDER_NOT_NOW' } })
    const received = await shop.shopper('buyer', 'shopOrders.receive', { orderId: order.id })
    expect(received).toMatchObject({ error: { code: 'SHOP_ORDER_NOT_NOW' } })
  })
})

describe('asking for a refund', () => {
  const ask = (orderId: string, input: Partial<InputOf<'shopOrders.askRefund'>> = {}) =>
    shop.shopper('buyer', 'shopOrders.askRefund', {
      orderId,
      request: { of: 'rest' },
      reason: '拍错了',
      ...input,
    })

  test('one request is open at a time; it is withdrawn, asked anew and declined with the reason', async () => {
    const member = await shop.buyer('buyer')
    const orderId = await paidOrder()
    expect(must(await ask(orderId)).order).toMatchObject({
      refundAsked: { state: 'open', request: { of: 'rest' } },
      may: { askRefund: false, withdrawRefund: true },
    })
    expect(must(await ask(orderId)).order.timeline).toHaveLength(3)
    expect(await ask(orderId, { reason: '别的' })).toMatchObject({ error: { code: 'REFUND_ASKED' } })
    const withdrawn = must(await shop.shopper('buyer', 'shopOrders.withdrawRefund', { orderId })).order
    expect(withdrawn).toMatchObject({ refundAsked: { state: 'withdrawn' }, may: { askRefund: true } })
    must(await ask(orderId, { request: { of: 'lines', lines: [{ line: 0, quantity: 1 }] } }))
    const asked = must(await shop.merchant('clerk', 'shopOrders.listAll', { which: 'refundAsked' }))
    expect(asked.orders).toMatchObject([{ id: orderId, member, isRefundAsked: true }])
    const declined = await shop.merchant('clerk', 'shopOrders.declineRefund', { orderId, reason: '已使用' })
    expect(must(declined).order.refundAsked).toMatchObject({ state: 'declined', answer: '已使用' })
    expect((await accountOf(shop, member)).outgoing).toMatchObject([{ kind: 'refundDeclined' }])
    const again = must(await shop.merchant('clerk', 'shopOrders.listAll', { which: 'refundAsked' }))
    expect(again.orders).toEqual([])
  })

  test('what is not there is refused, in numbers that people count by', async () => {
    await shop.buyer('buyer')
    const orderId = await paidOrder()
    const lines = (line: object) => ask(orderId, { request: { of: 'lines', lines: [line as never] } })
    expect(await lines({ line: 1, quantity: 1 })).toMatchObject({
      error: { code: 'REFUND_LINE_MISSING', data: { line: 2, lines: 1 } },
    })
    expect(await lines({ line: 0, quantity: 2 })).toMatchObject({
      error: { code: 'REFUND_QUANTITY_TOO_MUCH', data: { line: 1, left: 1 } },
    })
    expect(await lines({ line: 0, amountFen: 3_001 })).toMatchObject({
      error: { code: 'REFUND_LINE_TOO_MUCH', data: { line: 1, left: '30.00' } },
    })
    expect(await lines({ line: 0, quantity: 0 })).toMatchObject({ error: { code: 'REFUND_NOTHING' } })
    const tooMuch = await ask(orderId, { request: { of: 'amount', amountFen: 3_001 } })
    expect(tooMuch).toMatchObject({ error: { code: 'REFUND_TOO_MUCH', data: { left: '30.00' } } })
  })
})

describe('refunds', () => {
  const preview = async (input: InputOf<'shopOrders.previewRefund'>) =>
    must(await shop.merchant('clerk', 'shopOrders.previewRefund', input))
  const seenOf = ({ amountFen, freightFen, back, points }: OutputOf<'shopOrders.previewRefund'>) => ({
    amountFen,
    freightFen,
    back,
    points,
  })

  test('the same request refunds once; what is not as it was previewed is refused', async () => {
    const member = await shop.buyer('buyer')
    const orderId = await paidOrder()
    const half = { orderId, request: { of: 'amount' as const, amountFen: 1_500, freightFen: 500 } }
    const seen = seenOf(await preview(half))
    const event = {
      action: 'shopOrders.refund',
      input: { ...half, reason: '少发', seen },
      requestId: 'pressed once',
    }
    const press = () => shop.raw('merchant', event, { openid: 'clerk', source: 'wx_client' })
    const first = (await press()) as { ok: true; value: OutputOf<'shopOrders.refund'> }
    const second = (await press()) as { ok: true; value: OutputOf<'shopOrders.refund'> }
    expect(first.value.order.refunds).toHaveLength(1)
    expect(second.value.refundId).toBe(first.value.refundId)
    expect(second.value.order.refunds).toHaveLength(1)

    const rest = { orderId, request: { of: 'rest' as const } }
    const stale = { ...rest, reason: '退', seen: { ...seen, amountFen: 3_000 } }
    expect(await shop.merchant('clerk', 'shopOrders.refund', stale)).toMatchObject({
      error: { code: 'REFUND_CHANGED' },
    })
    const whole = { ...rest, reason: '退', seen: seenOf(await preview(rest)) }
    const done = must(await shop.merchant('clerk', 'shopOrders.refund', whole))
    expect(done.order.state).toBe('refunded')
    expect(await shop.merchant('clerk', 'shopOrders.previewRefund', rest)).toMatchObject({
      error: { code: 'SHOP_ORDER_NOT_NOW' },
    })
    shop.pass(MINUTE)
    await shop.timer('everyMinute')
    expect((await inboxOf(shop)).filter(({ kind }) => kind === 'orderRefunded')).toHaveLength(2)
    const face = must(await shop.merchant('clerk', 'shopOrders.readAny', { orderId }))
    expect(face.order.refunds.map(({ wechat }) => wechat)).toEqual(['done', 'done'])
    expect(face.member.id).toBe(member)
    expect((await shop.account(member)).spend).toMatchObject({ orders: 0, fen: 0 })
  })

  test('a refund answers what was asked for', async () => {
    await shop.buyer('buyer')
    const orderId = await paidOrder()
    must(
      await shop.shopper('buyer', 'shopOrders.askRefund', {
        orderId,
        request: { of: 'rest' },
        reason: '拍错了',
      }),
    )
    const rest = { orderId, request: { of: 'rest' as const } }
    const seen = seenOf(await preview(rest))
    const done = must(await shop.merchant('clerk', 'shopOrders.refund', { ...rest, reason: '同意', seen }))
    expect(done.order).toMatchObject({ state: 'refunded', refundAsked: { state: 'done' } })
    expect(done.can).toEqual({ ship: false, refund: false, declineRefund: false })
  })

  test('an order that nobody paid cannot be refunded', async () => {
    await shop.buyer('buyer')
    const { order } = await shop.order('buyer', CUP)
    const answer = await shop.merchant('clerk', 'shopOrders.previewRefund', {
      orderId: order.id,
      request: { of: 'rest' },
    })
    expect(answer).toMatchObject({ error: { code: 'SHOP_ORDER_NOT_NOW' } })
  })
})

describe('lists', () => {
  test('a member pages through their own orders, by state too; the shop through all of them', async () => {
    await shop.buyer('buyer')
    await shop.buyer('other')
    const ids: string[] = []
    for (let i = 0; i < 23; i += 1) {
      shop.pass(1_000)
      const { order } = await shop.order(i % 11 === 10 ? 'other' : 'buyer', CUP)
      ids.unshift(order.id)
      if (i % 3 === 0)
        must(
          await shop.shopper(i % 11 === 10 ? 'other' : 'buyer', 'shopOrders.cancel', { orderId: order.id }),
        )
      if (i === 9) must(await shop.merchant('manager', 'stock.change', { sku: '茶杯', change: 20 }))
    }
    const all = await pages((cursor) => shop.merchant('clerk', 'shopOrders.listAll', { cursor }))
    expect(all.map(({ id }) => id)).toEqual(ids)
    const own = await pages((cursor) => shop.shopper('buyer', 'shopOrders.list', { cursor }))
    expect(own).toHaveLength(21)
    const cancelled = await pages((cursor) =>
      shop.shopper('buyer', 'shopOrders.list', { state: 'cancelled', cursor }),
    )
    expect(cancelled.map(({ state }) => state)).toEqual(Array(7).fill('cancelled'))
    const foreign = await shop.shopper('other', 'shopOrders.read', { orderId: own[0]?.id ?? '' })
    expect(foreign).toMatchObject({ error: { code: 'SHOP_ORDER_NOT_FOUND' } })
    expect(await shop.shopper('nobody', 'shopOrders.list', {})).toMatchObject({
      error: { code: 'NOT_A_MEMBER' },
    })
  })

  type Page = OutputOf<'shopOrders.list'>
  async function pages(
    page: (cursor: NonNullable<Page['nextCursor']> | undefined) => Promise<{ ok: boolean }>,
  ): Promise<Page['orders']> {
    const found: Page['orders'] = []
    let cursor: Page['nextCursor'] | undefined
    do {
      const { orders, nextCursor } = must((await page(cursor ?? undefined)) as { ok: true; value: Page })
      found.push(...orders)
      cursor = nextCursor
    } while (cursor)
    return found
  }
})
