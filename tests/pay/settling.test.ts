import { setTimeout as pause } from 'node:timers/promises'
import { asClosed, type Payment } from '@shared/rules/payments/payment'
import type { Refund } from '@shared/rules/payments/refund'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { askRefund } from '../../cloudfunctions/usecases/payments/askRefund'
import { closePayment } from '../../cloudfunctions/usecases/payments/closePayment'
import { prepayOf } from '../../cloudfunctions/usecases/payments/prepay'
import { settlePayment } from '../../cloudfunctions/usecases/payments/settlePayment'
import type { PayKeys } from '../../local/wechat/pay/payKeys'
import { fakeDate } from '../support/fakeDate'
import { makeNotice, paidResource, sendNotice } from '../support/notices'
import { PAYMENT_FEN, payPayment, placePayment, placeRefund } from '../support/placePayment'
import { openPayShop, type PayShop } from '../support/payShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

// What a payment is for has tests of its own; here it is the payment alone.
jest.mock('../../cloudfunctions/usecases/payments/owners', () => ({
  ownerOf: () => jest.requireActual<{ plainOwner: unknown }>('../support/plainOwner').plainOwner,
}))

const START = Date.parse('2026-03-01T02:00:00Z')
const MINUTE = 60_000
const FEN = PAYMENT_FEN

let shop: PayShop
let keys: PayKeys
let mei: string
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  fakeDate(new Date(START).toISOString())
  shop = await openPayShop()
  keys = shop.pay.keys
  mei = await shop.join('oMei')
})
afterAll(() => shop.close())

let alerted: jest.SpyInstance
beforeEach(() => {
  alerted = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  shop.alerts.length = 0
})
afterEach(async () => {
  alerted.mockRestore()
  shop.faults()
  // What one test leaves due must not be counted in another.
  await shop.cloud.db
    .collection('payments')
    .where({ dueAt: shop.cloud.db.command.gt(0) })
    .update({ dueAt: 0 })
})

let number = 0

async function place(how?: { isAsked: boolean }): Promise<string> {
  const outTradeNo = `P${(number += 1)}`
  await placePayment(shop, mei, outTradeNo, how)
  return outTradeNo
}

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms)
const paymentIn = async (id: string) => (await getById<Payment>(shop.cloud, 'payments', id))!
const refundIn = async (id: string) => (await getById<Refund>(shop.cloud, 'refunds', id))!
const tell = (id: string, fen = FEN, change: object = {}) =>
  sendNotice(shop.url, makeNotice(keys, Date.now(), paidResource(keys, id, fen, change)))

/** What the minute's timer did. */
async function minute(): Promise<Record<string, Record<string, number>>> {
  const { value } = (await shop.timer('everyMinute')) as { value: Record<string, Record<string, number>> }
  return value
}

/** Whoever sold it gave it up: the payment is closed in the store, and WeChat does not know yet. */
async function cancel(id: string): Promise<void> {
  const { state, closedAt, dueAt } = asClosed(await paymentIn(id), Date.now()) as Payment & {
    closedAt: number
  }
  await shop.cloud.db.collection('payments').doc(id).update({ state, closedAt, dueAt })
}

/** A refund of a payment that was made. */
async function giveBack(refundFen: number, outRefundNo: string): Promise<string> {
  const id = `P${(number += 1)}`
  await payPayment(shop, mei, id)
  await placeRefund(shop, id, outRefundNo, refundFen)
  return outRefundNo
}

describe('a payment', () => {
  test('that is made is booked by its notice; the same notice again changes nothing', async () => {
    const id = await place()
    shop.faults({ fault: 'duplicateNotice', times: 1 })
    expect(await shop.decide(id, 'success')).toBe(true)
    const [notice] = shop.pay.noticesOf(id)
    expect(notice?.tries.map(({ status }) => status)).toEqual([200, 200])
    expect(await paymentIn(id)).toMatchObject({ state: 'paid', paidAt: Date.now(), dueAt: 0 })
    expect(alerted).not.toHaveBeenCalled()
  })

  test('of another amount is not booked, WeChat is refused, and a person is told', async () => {
    const id = await place()
    expect(await tell(id, FEN - 1)).toBe(409)
    expect(await paymentIn(id)).toMatchObject({ state: 'open' })
    expect(alerted).toHaveBeenCalledWith(expect.stringContaining('20999 fen were paid, and 21000'))
  })

  test('that was booked is not booked as another transaction', async () => {
    const id = await place()
    expect(await tell(id)).toBe(200)
    expect(await tell(id, FEN, { transaction_id: '4299' })).toBe(409)
    expect(await paymentIn(id)).toMatchObject({ state: 'paid', transactionId: `4200${id}` })
    expect(alerted).toHaveBeenCalledWith(expect.stringContaining('another transaction'))
  })

  test('of a number that nobody knows: WeChat is to say it again', async () => {
    expect(await tell('nobody')).toBe(404)
  })

  test('whose notice is lost is found by whoever asks', async () => {
    const id = await place()
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    expect(await paymentIn(id)).toMatchObject({ state: 'open' })
    expect(await settlePayment(shop.desk(), id)).toMatchObject({ state: 'paid' })
    expect(await settlePayment(shop.desk(), 'nobody')).toBeNull()
  })

  test('whose notice is lost is found by the timer in five minutes', async () => {
    const id = await place()
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    pass(4 * MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'open' })
    pass(MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'paid' })
  })

  test('that nobody makes is looked at now and then, ends after a quarter of an hour, and WeChat knows', async () => {
    const id = await place()
    for (const due of [5, 10].map((minutes) => Date.now() + minutes * MINUTE)) {
      jest.setSystemTime(due)
      expect(await minute()).toMatchObject({ settlePayments: { open: 1 } })
      expect(await paymentIn(id)).toMatchObject({ state: 'open', dueAt: due + 5 * MINUTE })
    }
    pass(5 * MINUTE)
    expect(await minute()).toMatchObject({ settlePayments: { open: 1 } })
    expect(await paymentIn(id)).toMatchObject({ state: 'closed', dueAt: 0 })
    expect(shop.pay.store.payment(id)).toMatchObject({ state: 'CLOSED' })
    expect(await shop.decide(id, 'success')).toBe(false)
    expect(await minute()).toMatchObject({ settlePayments: { open: 0, closed: 0 } })
  })

  test('that was made in its last second, and told of to nobody, is booked and not ended', async () => {
    const id = await place()
    pass(15 * MINUTE - 1)
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    pass(1)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'paid' })
  })

  test('for which WeChat was never asked ends too', async () => {
    const id = await place({ isAsked: false })
    pass(15 * MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'closed', dueAt: 0 })
  })

  test('is not ended while WeChat is silent, but for a quarter of an hour at most', async () => {
    const id = await place()
    shop.faults({ fault: 'payRefuses', code: 'SYSTEM_ERROR' })
    pass(15 * MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'open', dueAt: Date.now() + 5 * MINUTE })
    pass(15 * MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'closed', dueAt: Date.now() + 5 * MINUTE })
    shop.faults()
    pass(5 * MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'closed', dueAt: 0 })
    expect(shop.pay.store.payment(id)).toMatchObject({ state: 'CLOSED' })
  })

  test('that the merchant closed in WeChat Pay itself is ended here', async () => {
    const id = await place()
    shop.pay.store.savePayment({ ...shop.pay.store.payment(id)!, state: 'CLOSED' })
    expect(await settlePayment(shop.desk(), id)).toMatchObject({ state: 'closed' })
  })
})

describe('money that comes when nobody waits for it', () => {
  test('goes back whole, once, however often it is told', async () => {
    const id = await place()
    await cancel(id)
    shop.faults({ fault: 'duplicateNotice', times: 1 })
    expect(await shop.decide(id, 'success')).toBe(true)
    expect(await paymentIn(id)).toMatchObject({ state: 'late', refund: `${id}-late`, dueAt: 0 })
    expect(shop.pay.store.refundsOf(id)).toMatchObject([{ refundFen: FEN, outRefundNo: `${id}-late` }])
    await untilRefund(`${id}-late`, 'done')
    expect(await refundIn(`${id}-late`)).toMatchObject({ why: 'late', refundFen: FEN, dueAt: 0 })
  })

  test('goes back when the timer finds it, though every notice is lost', async () => {
    const id = await place()
    await cancel(id)
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    expect(await minute()).toMatchObject({ settlePayments: { closed: 1 } })
    expect(await paymentIn(id)).toMatchObject({ state: 'late' })
    expect(shop.pay.store.refundsOf(id)).toMatchObject([{ refundFen: FEN }])
  })

  test('goes back though WeChat had not heard of it when it was cancelled', async () => {
    const id = await place({ isAsked: false })
    await cancel(id)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'closed', dueAt: Date.now() + 5 * MINUTE })
    expect(await prepayOf(shop.desk(), { ...(await paymentIn(id)), state: 'open' })).toMatchObject({
      ok: true,
    })
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    pass(5 * MINUTE)
    await minute()
    expect(await paymentIn(id)).toMatchObject({ state: 'late' })
  })

  test('is given back once by twenty who hear of it at the same time', async () => {
    const id = await place()
    await cancel(id)
    const made = makeNotice(keys, Date.now(), paidResource(keys, id, FEN))
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'SYSTEM_ERROR' })
    const statuses = await Promise.all(Array.from({ length: 20 }, () => sendNotice(shop.url, made)))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await paymentIn(id)).toMatchObject({ state: 'late' })
    expect((await refundIn(`${id}-late`)).state).toBe('asked')
  })
})

describe('closing before it is cancelled', () => {
  test('nobody can pay any more', async () => {
    const id = await place()
    expect(await closePayment(shop.desk(), await paymentIn(id))).toBe('closed')
    expect(await shop.decide(id, 'success')).toBe(false)
  })

  test('was too late: it is booked', async () => {
    const id = await place()
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    expect(await closePayment(shop.desk(), await paymentIn(id))).toBe('paid')
    expect(await paymentIn(id)).toMatchObject({ state: 'paid' })
  })

  test('WeChat never heard of it, or does not answer', async () => {
    const id = await place({ isAsked: false })
    expect(await closePayment(shop.desk(), await paymentIn(id))).toBe('unheardOf')
    shop.faults({ fault: 'payRefuses', code: 'SYSTEM_ERROR' })
    expect(await closePayment(shop.desk(), await paymentIn(id))).toBe('unknown')
    expect(shop.alerts).toEqual([])
  })
})

describe('what opens the payment sheet', () => {
  test('is refused for what is over, paid, or sold by no way that is built', async () => {
    const id = await place()
    const payment = await paymentIn(id)
    expect(await prepayOf({ ...shop.desk(), at: payment.expiresAt }, payment)).toMatchObject({
      error: { code: 'PAYMENT_OVER' },
    })
    expect(await prepayOf(shop.desk(), { ...payment, kind: 'paidMembership' })).toMatchObject({
      error: { code: 'PAYMENT_NOT_OFFERED' },
    })
    await tell(id)
    expect(await prepayOf(shop.desk(), await paymentIn(id))).toMatchObject({
      error: { code: 'PAYMENT_MADE' },
    })
  })

  test('WeChat knows that it was paid before we do', async () => {
    const id = await place()
    shop.faults({ fault: 'lostNotice' })
    await shop.decide(id, 'success')
    expect(await prepayOf(shop.desk(), await paymentIn(id))).toMatchObject({
      error: { code: 'PAYMENT_MADE' },
    })
  })

  test('a line that is down is no alert, wrong keys are one', async () => {
    const id = await place()
    shop.faults({ fault: 'payRefuses', code: 'SYSTEM_ERROR' })
    expect(await prepayOf(shop.desk(), await paymentIn(id))).toMatchObject({
      error: { code: 'PAYMENT_UNAVAILABLE' },
    })
    expect(shop.alerts).toEqual([])
    shop.faults({ fault: 'payRefuses', code: 'NO_AUTH' })
    expect(await prepayOf(shop.desk(), await paymentIn(id))).toMatchObject({
      error: { code: 'PAYMENT_UNAVAILABLE' },
    })
    expect(shop.alerts).toEqual([expect.stringContaining('NO_AUTH')])
  })
})

describe('a refund', () => {
  test('is asked for, and done once WeChat says so', async () => {
    const id = await giveBack(10_000, 'R1')
    shop.faults({ fault: 'lostNotice' })
    expect(await askRefund(shop.desk(), id)).toMatchObject({ state: 'processing' })
    pass(MINUTE)
    await minute()
    expect(await refundIn(id)).toMatchObject({
      state: 'done',
      dueAt: 0,
      refundId: expect.any(String) as string,
    })
  })

  test('whose answers are lost is made once', async () => {
    const id = await giveBack(10_000, 'R2')
    shop.faults({ fault: 'payAnswerLost', call: 'refund', times: 2 }, { fault: 'lostNotice' })
    expect(await askRefund(shop.desk(), id)).toMatchObject({ state: 'asked', tries: 1 })
    pass(MINUTE)
    await minute()
    expect(await refundIn(id)).toMatchObject({ state: 'asked', tries: 2 })
    pass(2 * MINUTE)
    await minute()
    expect((await refundIn(id)).state).not.toBe('asked')
    const { payment } = await refundIn(id)
    expect(shop.pay.store.refundsOf(payment)).toHaveLength(1)
  })

  test('is made once by twenty who ask at the same time', async () => {
    const id = await giveBack(10_000, 'R3')
    await Promise.all(Array.from({ length: 20 }, () => askRefund(shop.desk(), id)))
    const { payment } = await refundIn(id)
    expect(shop.pay.store.refundsOf(payment)).toHaveLength(1)
    await untilRefund(id, 'done')
  })

  test('that WeChat rejects is left to a person, who is told', async () => {
    const id = await giveBack(10_000, 'R4')
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
    expect(await askRefund(shop.desk(), id)).toMatchObject({
      state: 'refused',
      fault: { kind: 'rejected', code: 'INVALID_REQUEST' },
    })
    expect(shop.alerts).toEqual([expect.stringContaining('R4 needs a person')])
  })

  test('that was made while its answer was lost is not taken for rejected', async () => {
    const id = await giveBack(10_000, 'R5')
    shop.faults(
      { fault: 'payAnswerLost', call: 'refund', times: 1 },
      { fault: 'lateRefund', afterSeconds: 3_600 },
    )
    expect(await askRefund(shop.desk(), id)).toMatchObject({ state: 'asked' })
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
    expect(await askRefund(shop.desk(), id)).toMatchObject({ state: 'processing' })
  })

  test('for which the account is empty is asked for again for a day', async () => {
    const id = await giveBack(10_000, 'R6')
    shop.faults({ fault: 'payRefuses', call: 'refund', code: 'NOT_ENOUGH' })
    expect(await askRefund(shop.desk(), id)).toMatchObject({
      state: 'asked',
      said: 'NOT_ENOUGH 基本账户余额不足，请充值后重新发起',
    })
    expect(shop.alerts).toEqual([expect.stringContaining('NOT_ENOUGH')])
    pass(24 * 60 * MINUTE)
    await minute()
    expect(await refundIn(id)).toMatchObject({ state: 'refused', fault: { code: 'NOT_ENOUGH' } })
  })

  test("that the payer's bank takes not is left to a person; done later in WeChat Pay itself it is done here", async () => {
    shop.faults({ fault: 'abnormalRefund' })
    const id = await giveBack(10_000, 'R7')
    await askRefund(shop.desk(), id)
    await untilRefund(id, 'refused')
    expect(await refundIn(id)).toMatchObject({ fault: { kind: 'abnormal' } })
    const { payment } = await refundIn(id)
    expect(await sendNotice(shop.url, refundNotice(payment, id, 10_000))).toBe(200)
    expect(await refundIn(id)).toMatchObject({ state: 'done' })
  })

  test('of another amount, or of another payment, is not booked', async () => {
    shop.faults({ fault: 'lateRefund', afterSeconds: 3_600 })
    const id = await giveBack(10_000, 'R8')
    await askRefund(shop.desk(), id)
    const { payment } = await refundIn(id)
    expect(await sendNotice(shop.url, refundNotice(payment, id, 9_999))).toBe(409)
    expect(await sendNotice(shop.url, refundNotice('P1', id, 10_000))).toBe(409)
    expect(await sendNotice(shop.url, refundNotice(payment, 'nobody', 10_000))).toBe(404)
    expect(await refundIn(id)).toMatchObject({ state: 'processing' })
  })
})

function refundNotice(payment: string, outRefundNo: string, fen: number) {
  const resource = {
    mchid: keys.mchid,
    out_trade_no: payment,
    transaction_id: '42',
    out_refund_no: outRefundNo,
    refund_id: '503',
    refund_status: 'SUCCESS',
    success_time: '2026-03-01T10:00:00+08:00',
    amount: { total: FEN, refund: fen, payer_total: FEN, payer_refund: fen },
  }
  return makeNotice(keys, Date.now(), resource, 'REFUND.SUCCESS')
}

/** Notices of refunds come after whoever asked was answered. */
async function untilRefund(id: string, state: Refund['state']): Promise<void> {
  let now: Refund = await refundIn(id)
  for (let tries = 0; tries < 500 && now.state !== state; tries += 1) {
    await pause(10)
    now = await refundIn(id)
  }
  expect(now.state).toBe(state)
}
