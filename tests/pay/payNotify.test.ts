import { readFileSync } from 'node:fs'
import path from 'node:path'
import { weChatPayments } from '../../cloudfunctions/wechat/pay/weChatPayments'
import { newNotice } from '../../local/wechat/pay/notices'
import { makePayKeys, type PayKeys } from '../../local/wechat/pay/payKeys'
import { Signatures } from '../../local/wechat/pay/signatures'
import { fakeDate } from '../support/fakeDate'
import { settingsOf } from '../support/localPay'
import { type DoorReply, type RunningStack, startStack } from '../support/startStack'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const START = '2026-03-01T02:00:00Z'
const APPID = 'wxlocal0000000000'

let stack: RunningStack
let keys: PayKeys
beforeAll(async () => {
  stack = await startStack({ clock: START })
  keys = JSON.parse(readFileSync(path.join(stack.dataDir, 'weChatPayKeys.json'), 'utf8')) as PayKeys
})
afterAll(() => stack.stop())
afterEach(async () => {
  jest.useRealTimers()
  await stack.post('/local/faults', { rules: [] })
})

interface Made {
  readonly headers: Record<string, string>
  readonly body: string
}

const now = async () => Date.parse(((await stack.get('/local/clock')).body as { now: string }).now)

const transaction = (change: object = {}) => ({
  appid: APPID,
  mchid: keys.mchid,
  out_trade_no: 'T1',
  transaction_id: '4200000000202603010000000001',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  success_time: '2026-03-01T10:00:00+08:00',
  payer: { openid: 'oSecretPerson' },
  amount: { total: 21_000, payer_total: 21_000, currency: 'CNY', payer_currency: 'CNY' },
  ...change,
})

interface How {
  readonly ageMs?: number
  readonly by?: PayKeys
  readonly event?: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS'
}

/** A notice as WeChat would send it: of this age, with this in it, signed and encrypted with these keys. */
async function notice(
  resource: object = transaction(),
  { ageMs = 0, by = keys, event = 'TRANSACTION.SUCCESS' }: How = {},
): Promise<Made> {
  const at = (await now()) - ageMs
  const signatures = new Signatures(by, () => at)
  const { body } = newNotice(signatures, { event, outTradeNo: 'T1', url: '/', resource }, at, at)
  return { headers: signatures.headersFor(body), body }
}

const send = ({ headers, body }: Made, more: Record<string, string> = {}) =>
  stack.post('/http/payNotify', body, { ...headers, ...more })

const refused = (status: number, message: string) => ({ status, body: { code: 'FAIL', message } })

test('a true notice of a payment that the shop does not know: WeChat is told to say it again', async () => {
  expect(await send(await notice())).toEqual(refused(404, 'unknown'))
})

test('so is a refund, a duplicate, and one in base64', async () => {
  const refund = {
    mchid: keys.mchid,
    out_trade_no: 'T1',
    transaction_id: '4200000000202603010000000001',
    out_refund_no: 'R1',
    refund_id: '5030000000202603010000000001',
    refund_status: 'SUCCESS',
    success_time: '2026-03-01T10:00:00+08:00',
    amount: { total: 21_000, refund: 1, payer_total: 21_000, payer_refund: 1 },
  }
  expect(await send(await notice(refund, { event: 'REFUND.SUCCESS' }))).toEqual(refused(404, 'unknown'))
  const made = await notice()
  for (const time of ['once', 'twice'])
    expect([time, await send(made)]).toEqual([time, refused(404, 'unknown')])
  const asBytes = { 'content-type': 'application/octet-stream' }
  expect(await send(made, asBytes)).toEqual(refused(404, 'unknown'))
  const altered = { ...made, body: made.body.replace('支付成功', '支付失败') }
  expect(await send(altered, asBytes)).toEqual(refused(401, 'forged'))
})

describe('is refused', () => {
  const cases: [string, () => Promise<Made>, DoorReply][] = [
    ['signed by somebody else', async () => forgedBy(await makePayKeys()), refused(401, 'forged')],
    [
      'altered',
      async () => {
        const { headers, body } = await notice()
        return { headers, body: body.replace('TRANSACTION.SUCCESS', 'TRANSACTION.SUCCESS ') }
      },
      refused(401, 'forged'),
    ],
    [
      'a probe',
      async () => {
        const { headers, body } = await notice()
        const probe = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature']}`
        return { headers: { ...headers, 'Wechatpay-Signature': probe }, body }
      },
      refused(401, 'probe'),
    ],
    ['unsigned', async () => ({ headers: {}, body: (await notice()).body }), refused(401, 'unsigned')],
    ['signed with a key of another name', async () => named('PUB_KEY_ID_0'), refused(401, 'unknownKey')],
    ['a replay of six minutes ago', () => notice(undefined, { ageMs: 360_000 }), refused(401, 'stale')],
    ['of six minutes hence', () => notice(undefined, { ageMs: -360_000 }), refused(401, 'stale')],
    [
      'for another merchant',
      () => notice(transaction({ mchid: '1900000009' })),
      refused(403, 'wrongMerchant'),
    ],
    ['for another app', () => notice(transaction({ appid: 'wx0' })), refused(403, 'wrongApp')],
    [
      'of a payment that failed',
      () => notice(transaction({ trade_state: 'CLOSED' })),
      refused(400, 'unreadable'),
    ],
    [
      'of an event that nobody knows',
      () => resigned('TRANSACTION.SUCCESS', 'COUPON.USE'),
      refused(400, 'unknownEvent'),
    ],
    ['that is no JSON', () => resigned('{', ''), refused(400, 'unreadable')],
    [
      'encrypted with another key',
      () => notice(undefined, { by: { ...keys, apiV3Key: '0'.repeat(32) } }),
      refused(400, 'unreadable'),
    ],
  ]

  const forgedBy = async (other: PayKeys) =>
    notice(undefined, { by: { ...other, publicKeyId: keys.publicKeyId } })
  const named = async (publicKeyId: string) => notice(undefined, { by: { ...keys, publicKeyId } })

  /** WeChat itself says something else. */
  const resigned = async (what: string, instead: string) => {
    const body = (await notice()).body.replace(what, instead)
    const at = await now()
    return { headers: new Signatures(keys, () => at).headersFor(body), body }
  }

  test.each(cases)('%s', async (_, make, expected) => {
    expect(await send(await make())).toEqual(expected)
  })

  test('a notice of four minutes ago is late, not old', async () => {
    expect(await send(await notice(undefined, { ageMs: 240_000 }))).toEqual(refused(404, 'unknown'))
  })

  test('a look with a browser, and a call from the app', async () => {
    expect(await stack.get('/http/payNotify')).toEqual(refused(405, 'notPost'))
    const asMei = { 'x-local-openid': 'oMei' }
    const { body } = await stack.post('/wx/callFunction', { name: 'payNotify', data: {} }, asMei)
    expect(body).toMatchObject({ result: { ok: false, error: { code: 'NOT_ALLOWED_HERE' } } })
  })
})

test('a payment in the sheet: told, not taken, told again by the schedule as the clock is turned', async () => {
  fakeDate(new Date((await now()) + 1_000).toISOString())
  const payments = weChatPayments(settingsOf(keys, stack.url))
  const order = { outTradeNo: 'T77', description: '拿铁', amountFen: 21_000, openid: 'oMei' }
  const asked = await payments.prepay({ ...order, expiresAt: Date.parse('2026-03-09T00:00:00Z') }, Date.now())
  if (!asked.ok) throw new Error(asked.error.message)
  expect(await stack.get('/local/wechat/payments?openid=oMei')).toEqual({
    status: 200,
    body: { payments: [order] },
  })
  expect(await stack.post('/local/wechat/requestPayment', asked.value)).toEqual({ status: 200, body: order })
  const forged = { ...asked.value, nonceStr: 'another' }
  expect(await stack.post('/local/wechat/requestPayment', forged)).toMatchObject({ status: 400 })

  expect(await stack.post('/local/wechat/pay', { outTradeNo: 'T77', outcome: 'decline' })).toMatchObject({
    status: 200,
    body: { state: 'DECLINED', notices: [] },
  })
  await stack.post('/local/faults', { rules: [{ fault: 'probeNotice', times: 1 }] })
  const reply = await stack.post('/local/wechat/pay', { outTradeNo: 'T77', outcome: 'success' })
  expect(reply).toMatchObject({
    status: 200,
    body: {
      state: 'SUCCESS',
      notices: [
        { event: 'TRANSACTION.SUCCESS', probe: true, statuses: [401], nextAt: null },
        { event: 'TRANSACTION.SUCCESS', probe: false, statuses: [404], nextAt: expect.any(Number) as number },
      ],
    },
  })
  expect(await stack.post('/local/wechat/pay', { outTradeNo: 'T77', outcome: 'success' })).toMatchObject({
    status: 404,
  })
  await stack.post('/local/clock', { advanceDays: 2 })
  const { body } = await stack.get('/local/wechat/payments/T77')
  expect(body).toMatchObject({ notices: [{}, { statuses: Array(16).fill(404), nextAt: null }] })
})

test('the log says what became of each, and of whom nothing', () => {
  const log = readFileSync(path.join(stack.dataDir, 'functions.log'), 'utf8')
  expect(log).toMatch(/"action":"payNotify".*"outcome":"forged"/)
  expect(log).toMatch(/"action":"payNotify".*"outcome":"unknown"/)
  expect(log).not.toMatch(/oSecretPerson|oMei|T77|21000/)
})
