import { answerNotice, type TakeNotice } from '../../cloudfunctions/runtime/answerNotice'
import type { HttpCall } from '../../cloudfunctions/runtime/http'
import { paymentsOf } from '../../cloudfunctions/runtime/payments'
import { readPaySettings } from '../../cloudfunctions/wechat/pay/paySettings'
import { newNotice } from '../../local/wechat/pay/notices'
import { makePayKeys, type PayKeys } from '../../local/wechat/pay/payKeys'
import { Signatures } from '../../local/wechat/pay/signatures'
import { payVariables, settingsOf } from '../support/localPay'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const AT = Date.parse('2026-03-01T02:00:00Z')
const call = { at: AT, payments: paymentsOf } as HttpCall

let keys: PayKeys
beforeAll(async () => {
  keys = await makePayKeys()
  Object.assign(process.env, payVariables(settingsOf(keys, 'http://127.0.0.1:9')))
})

/** Sends a true notice of a payment to a handler. */
async function tell(take: TakeNotice, withinMs?: number) {
  const signatures = new Signatures(keys, () => AT)
  const resource = {
    appid: 'wxlocal0000000000',
    mchid: keys.mchid,
    out_trade_no: 'T1',
    transaction_id: '42',
    trade_state: 'SUCCESS',
    success_time: '2026-03-01T10:00:00+08:00',
    amount: { total: 21_000 },
  }
  const told = { event: 'TRANSACTION.SUCCESS', outTradeNo: 'T1', url: '/', resource } as const
  const { body } = newNotice(signatures, told, AT, AT)
  const signed = Object.entries(signatures.headersFor(body))
  const headers = new Map(signed.map(([name, value]) => [name.toLowerCase(), value]))
  return answerNotice(take, withinMs)(call, { method: 'POST', headers, body: Buffer.from(body) })
}

test('what was taken is answered with 200, and is what WeChat said', async () => {
  const taken: unknown[] = []
  expect(await tell(async (_, notice) => (taken.push(notice), 'taken'))).toMatchObject({ status: 200 })
  expect(taken).toEqual([
    {
      kind: 'paid',
      noticeId: expect.any(String) as string,
      outTradeNo: 'T1',
      transactionId: '42',
      amountFen: 21_000,
      paidAt: AT,
    },
  ])
})

test.each([
  ['unknown', 404],
  ['refused', 409],
] as const)('what is %s is answered with %s: WeChat says it again', async (outcome, status) => {
  expect(await tell(async () => outcome)).toMatchObject({ status, outcome })
})

test('a fault and work that takes too long are no answer', async () => {
  await expect(tell(() => Promise.reject(new Error('the store is away')))).rejects.toThrow(
    'the store is away',
  )
  await expect(tell(() => new Promise(() => undefined), 20)).rejects.toThrow('not done within 20 ms')
})

describe('settings', () => {
  const whole = () => payVariables(settingsOf(keys, 'http://127.0.0.1:9'))

  test('all of them, or none: the app id is set for other reasons too', () => {
    expect(readPaySettings(whole())).toMatchObject({ mchid: keys.mchid, baseUrl: 'http://127.0.0.1:9' })
    expect(readPaySettings({ ...whole(), CHANGKE_PAY_BASE_URL: '' })?.baseUrl).toBeUndefined()
    expect(readPaySettings({})).toBeNull()
    expect(readPaySettings({ CHANGKE_APPID: 'wx0123456789abcdef' })).toBeNull()
  })

  test('by half is a fault that names what is missing', () => {
    expect(() => readPaySettings({ ...whole(), CHANGKE_PAY_MCHID: '' })).toThrow('CHANGKE_PAY_MCHID not set')
  })
})
