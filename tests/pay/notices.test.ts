import { weChatPayments } from '../../cloudfunctions/wechat/pay/weChatPayments'
import type { PayRule } from '../../local/wechat/pay/payFaults'
import { fakeDate } from '../support/fakeDate'
import { type RunningPay, startPay } from '../support/localPay'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const START = '2026-03-01T02:00:00Z'

let local: RunningPay
beforeAll(async () => {
  local = await startPay()
})
afterAll(() => local.stop())

let number = 0
beforeEach(() => {
  fakeDate(START)
  local.sent.length = 0
  local.answerNotices(200)
  set()
})
afterEach(() => jest.useRealTimers())

const set = (...rules: (Partial<PayRule> & Pick<PayRule, 'fault'>)[]) =>
  local.pay.faults.set(
    0,
    rules.map((rule) => ({ rateBp: 10_000, ...rule }) as PayRule),
  )
const pass = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1000)

/** A payment that was made; answers its number. */
async function paid(): Promise<string> {
  const outTradeNo = `N${++number}`
  const expiresAt = Date.parse('2027-01-01T00:00:00Z')
  const order = { outTradeNo, description: '拿铁', amountFen: 21_000, openid: 'oMei', expiresAt }
  await weChatPayments(local.settings).prepay(order, Date.now())
  await local.pay.decide(outTradeNo, 'success')
  return outTradeNo
}

/** What was sent since the start, as the merchant read it when it came. */
const read = () =>
  local.sent.map(({ headers, body, at }) => {
    const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    return weChatPayments(local.settings).readNotice(byName, body, at)
  })

test('a payment is told once when it is taken', async () => {
  const outTradeNo = await paid()
  expect(read()).toMatchObject([
    { ok: true, value: { kind: 'paid', outTradeNo, amountFen: 21_000, paidAt: Date.parse(START) } },
  ])
  pass(86_400)
  await local.pay.sender.ring()
  expect(local.sent).toHaveLength(1)
})

test('a decline is told to nobody', async () => {
  const outTradeNo = `N${++number}`
  const expiresAt = Date.parse('2027-01-01T00:00:00Z')
  const order = { outTradeNo, description: '拿铁', amountFen: 1, openid: 'oMei', expiresAt }
  await weChatPayments(local.settings).prepay(order, Date.now())
  await local.pay.decide(outTradeNo, 'decline')
  expect(local.sent).toEqual([])
  expect(local.pay.waiting()).toEqual([])
})

test('what is not taken comes fifteen times more within a day and four minutes, newly signed', async () => {
  local.answerNotices(500)
  const outTradeNo = await paid()
  const gaps: number[] = []
  for (let at = local.pay.sender.nextAt(); at !== undefined; at = local.pay.sender.nextAt()) {
    gaps.push((at - Date.now()) / 1000)
    jest.setSystemTime(at - 1)
    await local.pay.sender.ring()
    jest.setSystemTime(at)
    await local.pay.sender.ring()
  }
  expect(gaps).toEqual([
    15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600,
  ])
  expect(local.sent).toHaveLength(16)
  expect(new Set(local.sent.map(({ body }) => body)).size).toBe(1)
  expect(new Set(local.sent.map(({ headers }) => headers['Wechatpay-Signature'])).size).toBe(16)
  expect(local.pay.noticesOf(outTradeNo)).toMatchObject([{ nextAt: null }])
})

test('one that is taken at last comes no more', async () => {
  local.answerNotices(404)
  await paid()
  local.answerNotices(204)
  pass(15)
  await local.pay.sender.ring()
  pass(86_400)
  await local.pay.sender.ring()
  expect(local.sent).toHaveLength(2)
})

test('on demand: twice, lost once, overtaken by the next', async () => {
  set({ fault: 'duplicateNotice', times: 1 })
  await paid()
  expect(local.sent).toHaveLength(2)
  expect(local.sent[0]?.body).toBe(local.sent[1]?.body)

  set({ fault: 'lostNotice', times: 1 })
  await paid()
  expect(local.sent).toHaveLength(2)
  pass(15)
  await local.pay.sender.ring()
  expect(local.sent).toHaveLength(3)

  set({ fault: 'lateNotice', times: 1, afterSeconds: 600 })
  const [first, second] = [await paid(), await paid()]
  pass(600)
  await local.pay.sender.ring()
  expect(read().slice(3)).toMatchObject([{ value: { outTradeNo: second } }, { value: { outTradeNo: first } }])
})

test('a probe goes ahead, is refused, and is not repeated', async () => {
  set({ fault: 'probeNotice', times: 1 })
  const outTradeNo = await paid()
  expect(read()).toMatchObject([{ ok: false, error: 'probe' }, { ok: true }])
  local.answerNotices(401)
  pass(86_400)
  await local.pay.sender.ring()
  expect(local.pay.noticesOf(outTradeNo).map(({ probe }) => probe)).toEqual([true, false])
  expect(local.sent).toHaveLength(2)
})

test('refunds are told when they have happened: done, late, not taken by the bank', async () => {
  const outTradeNo = await paid()
  const payments = weChatPayments(local.settings)
  const refund = async (outRefundNo: string) => {
    await payments.refund({ outTradeNo, outRefundNo, refundFen: 100, paidFen: 21_000, reason: '' })
    // The notice follows the answer.
    await new Promise((resolve) => setImmediate(resolve))
    await local.pay.sender.ring()
  }
  const told = () => read().slice(1)
  await refund('R1')
  expect(told()).toMatchObject([
    { ok: true, value: { kind: 'refunded', outTradeNo, outRefundNo: 'R1', refundFen: 100, status: 'done' } },
  ])
  await refund('R1')
  expect(told()).toHaveLength(1)
  set({ fault: 'abnormalRefund' })
  await refund('R2')
  expect(told()[1]).toMatchObject({ value: { outRefundNo: 'R2', status: 'abnormal', doneAt: null } })
  set({ fault: 'lateRefund', afterSeconds: 60 })
  await refund('R3')
  expect(told()).toHaveLength(2)
  pass(60)
  await local.pay.sender.ring()
  expect(told()[2]).toMatchObject({ value: { outRefundNo: 'R3', status: 'done', doneAt: Date.now() } })
})
