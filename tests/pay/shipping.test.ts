import { openApi } from '../../cloudfunctions/wechat/openApi/openApi'
import { readOpenApiSettings } from '../../cloudfunctions/wechat/openApi/openApiSettings'
import type { Shipment, Shipping } from '../../cloudfunctions/wechat/shipping/shipping'
import { weChatShipping } from '../../cloudfunctions/wechat/shipping/weChatShipping'
import { weChatPayments } from '../../cloudfunctions/wechat/pay/weChatPayments'
import type { OpenApiRule } from '../../local/wechat/openApi/openApiFaults'
import { fakeDate } from '../support/fakeDate'
import { type RunningPay, startPay } from '../support/localPay'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const START = '2026-03-01T02:00:00Z'
const HOUR_MS = 3_600_000

let local: RunningPay
const calls: string[] = []
const realFetch = globalThis.fetch
beforeAll(async () => {
  local = await startPay()
  globalThis.fetch = (address, init) => {
    calls.push(new URL(address as string).pathname)
    return realFetch(address, init)
  }
})
afterAll(async () => {
  globalThis.fetch = realFetch
  await local.stop()
})

let number = 0
let shipping: Shipping
beforeEach(() => {
  fakeDate(START)
  local.openApi.faults.set(0, [])
  shipping = newShipping()
  calls.length = 0
})
afterEach(() => jest.useRealTimers())

const newShipping = (secret = local.openApiSettings.secret) =>
  weChatShipping(openApi({ ...local.openApiSettings, secret }, () => Date.now()))
const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const strike = (fault: OpenApiRule['fault'], times = 1) =>
  local.openApi.faults.set(0, [{ fault, rateBp: 10_000, times }])
const countOf = (path: string) => calls.filter((each) => each === path).length
const TOKEN = '/cgi-bin/stable_token'
const UPLOAD = '/wxa/sec/order/upload_shipping_info'

/** Something bought and paid, as it is shipped. */
async function paid(change: Partial<Shipment> = {}): Promise<Shipment> {
  const outTradeNo = `S${++number}`
  const expiresAt = Date.now() + HOUR_MS
  const order = { outTradeNo, description: '拿铁', amountFen: 2_100, openid: 'oMei', expiresAt }
  expect(await weChatPayments(local.settings).prepay(order, Date.now())).toMatchObject({ ok: true })
  const payment = await local.pay.decide(outTradeNo, 'success')
  return {
    transactionId: payment!.transactionId,
    openid: 'oMei',
    goods: '拿铁咖啡豆 ×2',
    delivery: { by: 'express', carrier: 'SF', trackingNumber: 'SF001', receiver: '138****8000' },
    shippedAt: Date.now(),
    ...change,
  }
}

const uploaded = ({ transactionId }: Shipment) => local.pay.store.shipment(transactionId)
const refused = (code: number) => ({ ok: false, error: { code } })

describe('what was shipped', () => {
  test('is told with its carrier and number, to the payment and its payer', async () => {
    const shipment = await paid()
    expect(await shipping.upload(shipment)).toEqual({ ok: true, value: 'told' })
    expect(uploaded(shipment)).toMatchObject({
      openid: 'oMei',
      uploadTime: '2026-03-01T10:00:00+08:00',
      times: 1,
      told: {
        logistics_type: 1,
        delivery_mode: 1,
        shipping_list: [
          {
            tracking_no: 'SF001',
            express_company: 'SF',
            item_desc: '拿铁咖啡豆 ×2',
            contact: { receiver_contact: '138****8000' },
          },
        ],
      },
    })
  })

  test.each([
    ['courier', 2],
    ['virtual', 3],
    ['pickUp', 4],
  ] as const)('by %s needs no carrier', async (by, type) => {
    const shipment = await paid({ delivery: { by } })
    expect(await shipping.upload(shipment)).toMatchObject({ ok: true })
    expect(uploaded(shipment)?.told).toEqual({
      logistics_type: type,
      delivery_mode: 1,
      shipping_list: [{ item_desc: '拿铁咖啡豆 ×2' }],
    })
  })

  test('is cut to what WeChat reads of its words', async () => {
    const shipment = await paid({ goods: '豆'.repeat(200) })
    expect(await shipping.upload(shipment)).toMatchObject({ ok: true })
    expect(uploaded(shipment)?.told.shipping_list[0]?.item_desc).toBe('豆'.repeat(120))
  })

  test('is told again without harm, also when the answer was lost', async () => {
    const shipment = await paid()
    strike('shippingAnswerLost')
    expect(await shipping.upload(shipment)).toMatchObject({ ok: false, error: { code: 0 } })
    expect(await shipping.upload(shipment)).toEqual({ ok: true, value: 'told' })
    expect(await shipping.upload(shipment)).toEqual({ ok: true, value: 'told' })
    expect(uploaded(shipment)?.times).toBe(1)
  })
})

describe('what WeChat refuses', () => {
  test('a payment that it does not know, and one that was never made', async () => {
    expect(await shipping.upload(await paid({ transactionId: '42' }))).toMatchObject(refused(10_060_001))
  })

  test('a payment of somebody else', async () => {
    expect(await shipping.upload(await paid({ openid: 'oElse' }))).toMatchObject(refused(10_060_031))
  })

  test('goods without words, and a carrier without a number or a needed contact', async () => {
    expect(await shipping.upload(await paid({ goods: '' }))).toMatchObject(refused(10_060_008))
    const by = { by: 'express', carrier: 'SF', trackingNumber: 'SF1', receiver: null } as const
    expect(await shipping.upload(await paid({ delivery: by }))).toMatchObject(refused(10_060_014))
    const bare = { ...by, carrier: 'YTO', trackingNumber: '' }
    expect(await shipping.upload(await paid({ delivery: bare }))).toMatchObject(refused(10_060_014))
  })

  test('what was given back whole', async () => {
    const shipment = await paid()
    const { outTradeNo } = local.pay.store.paymentOfTransaction(shipment.transactionId)!
    const back = { outTradeNo, outRefundNo: `${outTradeNo}-1`, refundFen: 2_100, paidFen: 2_100, reason: '' }
    expect(await weChatPayments(local.settings).refund(back)).toMatchObject({ ok: true })
    expect(await shipping.upload(shipment)).toMatchObject(refused(10_060_004))
  })

  test('words that tell nothing of the token', async () => {
    const { error } = (await shipping.upload(await paid({ transactionId: '42' }))) as { error: object }
    expect(JSON.stringify(error)).not.toMatch(/token/)
  })
})

describe('the access token', () => {
  test('is asked for once, also by calls side by side, and kept for its life', async () => {
    const shipments = [await paid(), await paid(), await paid()]
    calls.length = 0
    await Promise.all(shipments.map((each) => shipping.upload(each)))
    expect(countOf(TOKEN)).toBe(1)
    pass(1.9 * HOUR_MS)
    expect(await shipping.upload(await paid())).toMatchObject({ ok: true })
    expect(countOf(TOKEN)).toBe(1)
    pass(0.1 * HOUR_MS)
    expect(await shipping.upload(await paid())).toMatchObject({ ok: true })
    expect(countOf(TOKEN)).toBe(2)
  })

  test('is the same for two instances', async () => {
    const other = newShipping()
    for (const each of [shipping, other, shipping])
      expect(await each.upload(await paid())).toMatchObject({ ok: true })
    expect(countOf(TOKEN)).toBe(2)
  })

  test('that was ended before its time is fetched anew, and the call made again, once', async () => {
    expect(await shipping.upload(await paid())).toMatchObject({ ok: true })
    const shipment = await paid()
    calls.length = 0
    strike('tokenEnded')
    expect(await shipping.upload(shipment)).toMatchObject({ ok: true })
    expect(calls).toEqual([UPLOAD, TOKEN, UPLOAD])
    strike('tokenEnded', 2)
    calls.length = 0
    expect(await shipping.upload(await paid())).toMatchObject(refused(40_001))
    expect(countOf(UPLOAD)).toBe(2)
  })

  test('is refused to a wrong secret and a wrong AppID, in WeChat’s words', async () => {
    expect(await newShipping('0'.repeat(32)).upload(await paid())).toMatchObject({
      ok: false,
      error: { code: 40_125, message: expect.stringContaining('invalid appsecret') as string },
    })
    const settings = { ...local.openApiSettings, appid: 'wx0' }
    const stranger = weChatShipping(openApi(settings, () => Date.now()))
    expect(await stranger.upload(await paid())).toMatchObject(refused(40_013))
  })

  test('nobody there is a refusal too, without the address', async () => {
    const settings = { ...local.openApiSettings, baseUrl: 'http://127.0.0.1:9' }
    const refusal = await weChatShipping(openApi(settings, () => Date.now())).upload(await paid())
    expect(refusal).toMatchObject(refused(0))
    expect(JSON.stringify(refusal)).not.toContain('127.0.0.1')
  })
})

describe('the settings', () => {
  test('none without the secret; the AppID alone has other uses', () => {
    expect(readOpenApiSettings({ CHANGKE_APPID: 'wx1' })).toBeNull()
  })
  test('half of them is an error that names what is missing', () => {
    expect(() => readOpenApiSettings({ CHANGKE_APP_SECRET: 's' })).toThrow('CHANGKE_APPID not set')
  })
  test('WeChat is where it is unless told otherwise', () => {
    const env = { CHANGKE_APPID: 'wx1', CHANGKE_APP_SECRET: 's' }
    expect(readOpenApiSettings(env)?.baseUrl).toMatch(/^https:/)
    expect(readOpenApiSettings({ ...env, CHANGKE_WECHAT_BASE_URL: 'http://here' })?.baseUrl).toBe(
      'http://here',
    )
  })
})
