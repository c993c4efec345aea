import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PaymentOrder, Payments } from '../../cloudfunctions/wechat/pay/payments'
import { weChatPayments } from '../../cloudfunctions/wechat/pay/weChatPayments'
import { makePayKeys } from '../../local/wechat/pay/payKeys'
import type { PayRule } from '../../local/wechat/pay/payFaults'
import { fakeDate } from '../support/fakeDate'
import { type RunningPay, startPay } from '../support/localPay'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const START = '2026-03-01T02:00:00Z'
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

let local: RunningPay
let payments: Payments
beforeAll(async () => {
  local = await startPay()
  payments = weChatPayments(local.settings)
})
afterAll(() => local.stop())

let number = 0
let outTradeNo: string
beforeEach(() => {
  fakeDate(START)
  outTradeNo = `T${++number}`
  local.pay.faults.set(0, [])
})
afterEach(() => jest.useRealTimers())

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const set = (rule: Partial<PayRule> & Pick<PayRule, 'fault'>) =>
  local.pay.faults.set(0, [{ rateBp: 10_000, ...rule } as PayRule])

const order = (change: Partial<PaymentOrder> = {}): PaymentOrder => ({
  outTradeNo,
  description: '常客 · 拿铁, "大杯"',
  amountFen: 21_000,
  openid: 'oMei',
  expiresAt: Date.parse('2027-12-31T00:00:00Z'),
  ...change,
})

async function paid(amountFen = 21_000): Promise<void> {
  expect(await payments.prepay(order({ amountFen }), Date.now())).toMatchObject({ ok: true })
  expect(await local.pay.decide(outTradeNo, 'success')).toBeDefined()
}

const refund = (outRefundNo: string, refundFen: number, paidFen = 21_000) =>
  payments.refund({ outTradeNo, outRefundNo, refundFen, paidFen, reason: '退货' })

const refusal = (reason: string, code: string) => ({ ok: false, error: { reason, code } })

describe('asking for a payment', () => {
  test('gives the app what opens the sheet: WeChat checks its signature', async () => {
    const asked = await payments.prepay(order(), Date.now())
    expect(asked).toMatchObject({ ok: true, value: { timeStamp: '1772330400', signType: 'RSA' } })
    if (!asked.ok) return
    expect(local.pay.openSheet(asked.value)).toMatchObject({ outTradeNo, amountFen: 21_000, openid: 'oMei' })
    expect(local.pay.openSheet({ ...asked.value, timeStamp: '1772330401' })).toBeUndefined()
    expect(local.pay.openSheet({ ...asked.value, package: 'prepay_id=another' })).toBeUndefined()
  })

  test('the same again gives the payer two hours anew; something else is refused', async () => {
    await payments.prepay(order(), Date.now())
    pass(2 * HOUR_MS)
    expect(local.pay.waiting()).toEqual([])
    expect(await local.pay.decide(outTradeNo, 'success')).toBeUndefined()
    expect(await payments.prepay(order({ amountFen: 1 }), Date.now())).toMatchObject(
      refusal('numberUsed', 'OUT_TRADE_NO_USED'),
    )
    expect(await payments.prepay(order(), Date.now())).toMatchObject({ ok: true })
    expect(await local.pay.decide(outTradeNo, 'success')).toBeDefined()
  })

  test('nobody can pay after its time', async () => {
    await payments.prepay(order({ expiresAt: Date.now() + 15 * MINUTE_MS }), Date.now())
    pass(15 * MINUTE_MS)
    expect(await local.pay.decide(outTradeNo, 'success')).toBeUndefined()
  })

  test('what is paid or closed cannot be asked for again', async () => {
    await paid()
    expect(await payments.prepay(order(), Date.now())).toMatchObject(refusal('alreadyPaid', 'ORDERPAID'))
    outTradeNo = `T${++number}`
    await payments.prepay(order(), Date.now())
    await payments.close(outTradeNo)
    expect(await payments.prepay(order(), Date.now())).toMatchObject(refusal('closed', 'ORDER_CLOSED'))
  })

  test.each([
    ['no money', { amountFen: 0 }],
    ['half a fen', { amountFen: 0.5 }],
    ['a number with other characters', { outTradeNo: 'T 1' }],
    ['a number too long', { outTradeNo: 'T'.repeat(33) }],
    ['a time that is over', { expiresAt: 0 }],
  ])('%s is refused', async (_, change) => {
    expect(await payments.prepay(order(change), Date.now())).toMatchObject(refusal('invalid', 'PARAM_ERROR'))
  })

  test('after a lost answer the same number asks again', async () => {
    set({ fault: 'payAnswerLost', times: 1 })
    expect(await payments.prepay(order(), Date.now())).toMatchObject({
      ok: false,
      error: { reason: 'askAgain' },
    })
    expect(await payments.prepay(order(), Date.now())).toMatchObject({ ok: true })
  })
})

describe('asking how a payment stands', () => {
  test('waiting, paid, refunded in part', async () => {
    await payments.prepay(order(), Date.now())
    expect(await payments.query(outTradeNo)).toEqual({ ok: true, value: { state: 'waiting' } })
    await local.pay.decide(outTradeNo, 'decline')
    expect(await payments.query(outTradeNo)).toEqual({ ok: true, value: { state: 'waiting' } })
    await local.pay.decide(outTradeNo, 'success')
    const whole = { state: 'paid', amountFen: 21_000, paidAt: Date.parse(START), refunded: false }
    expect(await payments.query(outTradeNo)).toMatchObject({ ok: true, value: whole })
    await refund(`R${outTradeNo}`, 1)
    expect(await payments.query(outTradeNo)).toMatchObject({ ok: true, value: { ...whole, refunded: true } })
  })

  test('a number that nobody knows', async () => {
    expect(await payments.query(outTradeNo)).toMatchObject(refusal('notFound', 'ORDER_NOT_EXIST'))
  })

  test.each([
    ['FREQUENCY_LIMITED', 'askAgain'],
    ['SYSTEM_ERROR', 'askAgain'],
    ['NO_AUTH', 'misconfigured'],
  ] as const)('%s means %s', async (code, reason) => {
    set({ fault: 'payRefuses', code, call: 'query' })
    expect(await payments.query(outTradeNo)).toMatchObject(refusal(reason, code))
  })
})

describe('closing', () => {
  test('ends a payment, as often as it is asked', async () => {
    await payments.prepay(order(), Date.now())
    expect(await payments.close(outTradeNo)).toEqual({ ok: true, value: 'closed' })
    expect(await payments.close(outTradeNo)).toEqual({ ok: true, value: 'closed' })
    expect(await payments.query(outTradeNo)).toEqual({ ok: true, value: { state: 'closed' } })
    expect(await local.pay.decide(outTradeNo, 'success')).toBeUndefined()
  })

  test('comes too late for what is paid, and finds nothing where nothing is', async () => {
    await paid()
    expect(await payments.close(outTradeNo)).toMatchObject(refusal('alreadyPaid', 'ORDERPAID'))
    expect(await payments.close('nowhere')).toMatchObject(refusal('notFound', 'ORDER_NOT_EXIST'))
  })
})

describe('refunding', () => {
  test('the same number again is the same refund', async () => {
    await paid()
    const first = await refund(`R${outTradeNo}`, 6_000)
    expect(first).toMatchObject({ ok: true, value: { status: 'processing', refundFen: 6_000, doneAt: null } })
    const again = await refund(`R${outTradeNo}`, 6_000)
    if (!first.ok || !again.ok) throw new Error('refused')
    expect(again.value).toMatchObject({ status: 'done', refundId: first.value.refundId })
    expect(await payments.queryRefund(`R${outTradeNo}`)).toEqual(again)
    expect(await refund(`R${outTradeNo}`, 6_001)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
    expect(local.pay.store.refundsOf(outTradeNo)).toHaveLength(1)
  })

  test('never more than was paid', async () => {
    await paid()
    expect(await refund(`R1${outTradeNo}`, 21_001)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
    expect(await refund(`R2${outTradeNo}`, 20_000)).toMatchObject({ ok: true })
    expect(await refund(`R3${outTradeNo}`, 1_001)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
    expect(await refund(`R4${outTradeNo}`, 1_000)).toMatchObject({ ok: true })
    expect(await refund(`R5${outTradeNo}`, 1)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
  })

  test('at most fifty for one payment', async () => {
    await paid()
    for (let part = 1; part <= 50; part++) {
      expect(await refund(`R${outTradeNo}-${part}`, 1)).toMatchObject({ ok: true })
    }
    expect(await refund(`R${outTradeNo}-51`, 1)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
  })

  test('not of what is unpaid or unknown, not of another sum, not after a year', async () => {
    await payments.prepay(order(), Date.now())
    expect(await refund(`R1${outTradeNo}`, 1)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
    await local.pay.decide(outTradeNo, 'success')
    expect(await refund(`R2${outTradeNo}`, 1, 20_999)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
    pass(365 * DAY_MS + 1_000)
    expect(await refund(`R3${outTradeNo}`, 1)).toMatchObject(refusal('invalid', 'INVALID_REQUEST'))
    outTradeNo = 'nowhere'
    expect(await refund('R4', 1)).toMatchObject(refusal('notFound', 'RESOURCE_NOT_EXISTS'))
    expect(await payments.queryRefund('R4')).toMatchObject(refusal('notFound', 'RESOURCE_NOT_EXISTS'))
  })

  test("the merchant's account is short: nothing is refunded, and the same number works later", async () => {
    await paid()
    set({ fault: 'payRefuses', code: 'NOT_ENOUGH', call: 'refund', times: 1 })
    expect(await refund(`R${outTradeNo}`, 100)).toMatchObject(refusal('notEnough', 'NOT_ENOUGH'))
    expect(await refund(`R${outTradeNo}`, 100)).toMatchObject({ ok: true, value: { status: 'processing' } })
  })

  test('one that takes a day, and one that the bank does not take', async () => {
    await paid()
    set({ fault: 'lateRefund', afterSeconds: 86_400 })
    await refund(`R1${outTradeNo}`, 100)
    expect(await payments.queryRefund(`R1${outTradeNo}`)).toMatchObject({ value: { status: 'processing' } })
    pass(DAY_MS)
    expect(await payments.queryRefund(`R1${outTradeNo}`)).toMatchObject({ value: { status: 'done' } })
    set({ fault: 'abnormalRefund' })
    await refund(`R2${outTradeNo}`, 100)
    expect(await payments.queryRefund(`R2${outTradeNo}`)).toMatchObject({
      value: { status: 'abnormal', doneAt: null },
    })
  })
})

describe('bills', () => {
  test('a day of payments and refunds, in fen, from ten the next morning', async () => {
    jest.setSystemTime(Date.parse('2026-04-01T02:00:00Z'))
    await paid(33_333)
    await refund(`R${outTradeNo}`, 11_111, 33_333)
    const bill = await read('2026-04-01', '2026-04-02T01:59:59Z')
    expect(bill).toMatchObject(refusal('notYet', 'STATEMENT_CREATING'))
    expect(await read('2026-04-01', '2026-04-02T02:00:00Z')).toEqual({
      ok: true,
      value: [
        {
          kind: 'payment',
          outTradeNo,
          transactionId: expect.any(String) as string,
          amountFen: 33_333,
          feeFen: 200,
        },
        {
          kind: 'refund',
          outTradeNo,
          transactionId: expect.any(String) as string,
          outRefundNo: `R${outTradeNo}`,
          refundId: expect.any(String) as string,
          amountFen: 11_111,
          feeFen: -67,
        },
      ],
    })
  })

  test('no trades, no lines; not of today, not of long ago', async () => {
    expect(await read('2026-02-01', '2026-02-03T02:00:00Z')).toEqual({ ok: true, value: [] })
    expect(await read('2026-02-03', '2026-02-03T12:00:00Z')).toMatchObject(refusal('invalid', 'PARAM_ERROR'))
    expect(await read('2025-02-03', '2026-02-03T12:00:00Z')).toMatchObject(
      refusal('invalid', 'INVALID_REQUEST'),
    )
  })

  const read = (day: string, at: string) => {
    jest.setSystemTime(Date.parse(at))
    return payments.bill(day)
  }
})

describe('what is not WeChat', () => {
  let between: Server
  let alter: (headers: Record<string, string>, body: Buffer) => Buffer
  let through: Payments
  beforeAll(async () => {
    between = createServer((request, response) => void forward(request, response))
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
    const { port } = between.address() as AddressInfo
    through = weChatPayments({ ...local.settings, baseUrl: `http://127.0.0.1:${port}` })
  })
  afterAll(() => between.close())

  async function forward(request: IncomingMessage, response: ServerResponse) {
    const sent: Buffer[] = []
    for await (const chunk of request) sent.push(chunk as Buffer)
    const { method, headers } = request
    const reply = await fetch(local.url + request.url!, {
      method,
      headers: { authorization: headers.authorization!, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: Buffer.concat(sent) } : {}),
    })
    const kept: Record<string, string> = {}
    reply.headers.forEach((value, name) => (kept[name] = value))
    const body = alter(kept, Buffer.from(await reply.arrayBuffer()))
    response.writeHead(reply.status, { ...kept, 'content-length': String(body.length) }).end(body)
  }

  const alterations: [string, typeof alter][] = [
    ['without a signature', (headers, body) => (delete headers['wechatpay-signature'], body)],
    ['altered', (_, body) => Buffer.from(body.toString().replace('21000', '1'))],
    [
      'signed by a key of another name',
      (headers, body) => ((headers['wechatpay-serial'] = 'PUB_KEY_ID_1'), body),
    ],
    ['signed long ago', (headers, body) => ((headers['wechatpay-timestamp'] = '1772300000'), body)],
  ]

  test.each(alterations)('an answer %s is refused', async (_, alteration) => {
    await paid()
    alter = (_headers, body) => body
    expect(await through.query(outTradeNo)).toMatchObject({ ok: true, value: { state: 'paid' } })
    alter = alteration
    expect(await through.query(outTradeNo)).toMatchObject(refusal('untrusted', expect.any(String) as never))
  })

  test('a refusal with a wrong signature is none of WeChat', async () => {
    alter = (headers, body) => ((headers['wechatpay-nonce'] = 'another'), body)
    expect(await through.query('nowhere')).toMatchObject({ ok: false, error: { reason: 'untrusted' } })
  })

  test('a true answer about another payment is refused', async () => {
    await paid()
    const mine = outTradeNo
    outTradeNo = `T${++number}`
    await payments.prepay(order(), Date.now())
    const other = await fetchAs(mine)
    alter = (headers) => (Object.assign(headers, other.headers), other.body)
    expect(await through.query(outTradeNo)).toMatchObject({ ok: false, error: { reason: 'untrusted' } })
  })

  async function fetchAs(number: string) {
    let seen: { headers: object; body: Buffer } = { headers: {}, body: Buffer.alloc(0) }
    alter = (headers, body) => ((seen = { headers: { ...headers }, body }), body)
    await through.query(number)
    return seen
  }

  test('a bill that is not the one that was promised', async () => {
    jest.setSystemTime(Date.parse('2026-05-01T02:00:00Z'))
    await paid()
    pass(DAY_MS)
    alter = (headers, body) =>
      headers['wechatpay-signature'] ? body : Buffer.from(body.toString().replaceAll('210.00', '110.00'))
    expect(await through.bill('2026-05-01')).toMatchObject({ ok: false, error: { reason: 'untrusted' } })
  })

  test('nobody is there', async () => {
    const nobody = weChatPayments({ ...local.settings, baseUrl: 'http://127.0.0.1:9' })
    expect(await nobody.query(outTradeNo)).toMatchObject({ ok: false, error: { reason: 'askAgain' } })
  })
})

describe('what is not the merchant', () => {
  test.each([
    ['another key', async () => ({ privateKey: (await makePayKeys()).merchantPrivateKey })],
    ['another serial number', async () => ({ serial: 'AB'.repeat(20) })],
    ['another merchant', async () => ({ mchid: '1900000009' })],
  ])('%s is refused', async (_, change) => {
    const other = weChatPayments({ ...local.settings, ...(await change()) })
    expect(await other.query(outTradeNo)).toMatchObject(refusal('misconfigured', 'SIGN_ERROR'))
  })

  test('an app that is not theirs', async () => {
    const other = weChatPayments({ ...local.settings, appid: 'wx0000000000000001' })
    expect(await other.prepay(order(), Date.now())).toMatchObject(
      refusal('misconfigured', 'APPID_MCHID_NOT_MATCH'),
    )
  })

  test('a request without a signature', async () => {
    const reply = await fetch(`${local.url}/v3/pay/transactions/jsapi`, { method: 'POST', body: '{}' })
    expect(reply.status).toBe(401)
    expect(await reply.json()).toMatchObject({ code: 'SIGN_ERROR' })
  })
})

test('payments, refunds and what waits to be told outlive a restart', async () => {
  await paid()
  await refund(`R${outTradeNo}`, 100)
  local.answerNotices(500)
  const waits = outTradeNo
  await local.restart()
  payments = weChatPayments(local.settings)
  expect(await payments.query(waits)).toMatchObject({ value: { state: 'paid', refunded: true } })
  expect(await payments.queryRefund(`R${waits}`)).toMatchObject({ value: { refundFen: 100 } })
  outTradeNo = `T${++number}`
  await paid()
  await local.restart()
  payments = weChatPayments(local.settings)
  local.answerNotices(200)
  pass(15_000)
  const before = local.sent.length
  await local.pay.sender.ring()
  // It is told at the address where the stack is now.
  expect(local.sent.slice(before).map(({ url }) => url)).toContain(`${local.url}/http/payNotify`)
  expect(local.pay.noticesOf(outTradeNo)).toMatchObject([{ nextAt: null }])
})
