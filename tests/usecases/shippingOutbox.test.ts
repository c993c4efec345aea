import { MOST_TRIES, shippingItem, shippingItemId } from '@shared/rules/messages/outbox'
import { type Delivery, maskedPhone } from '@shared/rules/shipping/parcel'
import { OPEN_API_VARIABLES } from '../../cloudfunctions/wechat/openApi/openApiSettings'
import { weChatPayments } from '../../cloudfunctions/wechat/pay/weChatPayments'
import { fakeDate } from '../support/fakeDate'
import { type RunningPay, startPay } from '../support/localPay'
import { outboxOf } from '../support/outbox'
import { openShop, type Shop } from '../support/shop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const START = '2026-03-01T02:00:00Z'
const HOUR_MS = 3_600_000
const BY_POST: Delivery = {
  by: 'express',
  carrier: 'SF',
  trackingNumber: 'SF001',
  receiver: maskedPhone('13800138000'),
}

let local: RunningPay
let shop: Shop
const faults = jest.spyOn(console, 'error')

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  // The SDK complains of calls that were torn down, long after.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  local = await startPay()
})
afterAll(() => local.stop())

beforeEach(async () => {
  faults.mockReset().mockImplementation(() => undefined)
  fakeDate(START)
  local.openApi.faults.set(0, [])
  setUp(local.openApi.secret)
  shop = await openShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
  jest.resetModules()
})

function setUp(secret: string): void {
  process.env[OPEN_API_VARIABLES.appid] = local.openApiSettings.appid
  process.env[OPEN_API_VARIABLES.secret] = secret
  process.env[OPEN_API_VARIABLES.baseUrl] = local.url
}

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const everyMinute = () => shop.timer('everyMinute')
const outcome = (counts: object) => ({ value: { sendOutbox: counts } })

let number = 0
/** A paid order whose parcel is put into the outbox. */
async function ship(orderId = `order-${++number}`): Promise<string> {
  const expiresAt = Date.now() + HOUR_MS
  const asked = { outTradeNo: orderId, description: '豆', amountFen: 100, openid: 'oMei', expiresAt }
  await weChatPayments(local.settings).prepay(asked, Date.now())
  const payment = await local.pay.decide(orderId, 'success')
  const { transactionId } = payment!
  const parcel = {
    orderId,
    transactionId,
    openid: 'oMei',
    goods: '豆',
    delivery: BY_POST,
    shippedAt: Date.now(),
  }
  await shop.cloud.db.collection('outbox').add([shippingItem(parcel, 'm', Date.now())])
  return transactionId
}

test('a shipped order is told to WeChat within the minute, once', async () => {
  const ids = [await ship(), await ship()]
  expect(await everyMinute()).toMatchObject(outcome({ sent: 2, toRetry: 0, givenUp: 0 }))
  expect(ids.map((id) => local.pay.store.shipment(id)?.times)).toEqual([1, 1])
  pass(60_000)
  expect(await everyMinute()).toMatchObject(outcome({ sent: 0 }))
})

test('an order has one place in the outbox', async () => {
  await ship('twice')
  await expect(ship('twice')).rejects.toThrow()
  expect((await outboxOf(shop)).map(({ _id }) => _id)).toEqual([shippingItemId('twice')])
})

test('what WeChat does not know yet is told a minute later, and holds nothing else up', async () => {
  const early = await ship()
  const item = await ship()
  local.openApi.faults.set(0, [{ fault: 'shippingTooEarly', rateBp: 10_000, times: 1 }])
  expect(await everyMinute()).toMatchObject(outcome({ sent: 1, toRetry: 1 }))
  const waiting = (await outboxOf(shop)).find(({ state }) => state === 'waiting')
  expect(waiting?.lastError).toContain('10060001')
  pass(60_000)
  expect(await everyMinute()).toMatchObject(outcome({ sent: 1, toRetry: 0 }))
  expect([early, item].map((id) => local.pay.store.shipment(id)?.times)).toEqual([1, 1])
})

test('an answer that was lost leaves it told once', async () => {
  const id = await ship()
  local.openApi.faults.set(0, [{ fault: 'shippingAnswerLost', rateBp: 10_000, times: 1 }])
  expect(await everyMinute()).toMatchObject(outcome({ toRetry: 1 }))
  pass(60_000)
  expect(await everyMinute()).toMatchObject(outcome({ sent: 1 }))
  expect(local.pay.store.shipment(id)?.times).toBe(1)
})

test('a shop without its secret keeps what is to be told, says why, and in the end raises an alert', async () => {
  setUp('')
  await ship()
  for (let tried = 1; tried < MOST_TRIES; tried += 1) {
    expect(await everyMinute()).toMatchObject(outcome({ toRetry: 1 }))
    pass(6 * HOUR_MS)
  }
  expect(await everyMinute()).toMatchObject(outcome({ givenUp: 1 }))
  expect(faults.mock.calls.flat().join()).toContain('given up')
  expect(await outboxOf(shop)).toMatchObject([
    { state: 'failed', lastError: expect.stringContaining('secret of the mini-program') as string },
  ])
})
