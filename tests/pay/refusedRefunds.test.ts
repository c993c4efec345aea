import type { Entry } from '@shared/rules/account/entry'
import { asClosed, type Payment } from '@shared/rules/payments/payment'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { askRefund } from '../../cloudfunctions/usecases/payments/askRefund'
import { must } from '../support/couponShop'
import { fakeDate } from '../support/fakeDate'
import { payPayment, placePayment, placeRefund, PAYMENT_FEN } from '../support/placePayment'
import { openPayShop, type PayShop } from '../support/payShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

jest.mock('../../cloudfunctions/usecases/payments/owners', () => ({
  ownerOf: () => jest.requireActual<{ plainOwner: unknown }>('../support/plainOwner').plainOwner,
}))

let shop: PayShop
let mei: string
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  fakeDate('2026-03-01T02:00:00Z')
  shop = await openPayShop()
  mei = await shop.join('oMei')
  await shop.staff('boss', 'manager')
})
afterAll(() => shop.close())
afterEach(() => shop.faults())

/** A refund that WeChat would not make. */
async function refused(id: string, code: 'INVALID_REQUEST' | 'NO_AUTH' = 'INVALID_REQUEST'): Promise<string> {
  await payPayment(shop, mei, id)
  await placeRefund(shop, id, `${id}-1`, 500)
  shop.faults({ fault: 'payRefuses', call: 'refund', code })
  await askRefund(shop.desk(), `${id}-1`)
  shop.faults()
  return `${id}-1`
}

const shelf = async (name: 'refused' | 'underWay' | 'over') =>
  must(await shop.merchant('boss', 'payments.refunds', { shelf: name }))
const idsOn = async (name: 'refused' | 'underWay' | 'over') => (await shelf(name)).refunds.map(({ id }) => id)

test('what WeChat refused waits for a person, with its reason; what it was not asked for waits for it', async () => {
  const id = await refused('P1')
  const waiting = await refused('P2', 'NO_AUTH')
  expect(await shelf('refused')).toMatchObject({
    refunds: [{ id, outTradeNo: 'P1', member: mei, refundFen: 500, fault: 'rejected', nextTryAt: null }],
    refused: 1,
  })
  const { refunds } = await shelf('underWay')
  expect(refunds).toMatchObject([{ id: waiting, tries: 1, fault: null, nextTryAt: Date.now() + 60_000 }])
  expect(refunds[0]?.said).toContain('NO_AUTH')
})

test('it is asked for once more, and again is no harm', async () => {
  const id = await refused('P3')
  shop.faults({ fault: 'lateRefund', afterSeconds: 3_600 })
  for (const time of ['once', 'twice']) {
    const { refund } = must(await shop.merchant('boss', 'payments.retryRefund', { id }))
    expect([time, refund.state, refund.fault]).toEqual([time, 'processing', null])
  }
  expect(shop.pay.store.refundsOf('P3')).toHaveLength(1)
})

test('it is refused once more', async () => {
  const id = await refused('P4')
  shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
  expect(must(await shop.merchant('boss', 'payments.retryRefund', { id })).refund).toMatchObject({
    state: 'refused',
  })
})

test('it is paid out over the counter: one entry, and WeChat is never asked again', async () => {
  const id = await refused('P5')
  const input = { id, note: '现金退还，已签字' }
  const settled = await Promise.all(
    Array.from({ length: 5 }, () => shop.merchant('boss', 'payments.settleRefundByHand', input)),
  )
  for (const each of settled) expect(must(each).refund).toMatchObject({ state: 'byHand', nextTryAt: null })
  expect(await getById<Entry>(shop.cloud, 'journal', `weChatRefund:${id}:byHand`)).toMatchObject({
    kind: 'refundedByHand',
    member: mei,
    by: `staff:${shop.memberId('boss')}`,
    legs: [
      { account: 'store.cash.wechat', unit: 'fen', amount: -500 },
      { account: 'store.cash.counter', unit: 'fen', amount: 500 },
    ],
  })
  const { total } = (await shop.cloud.db.collection('journal').where({ kind: 'refundedByHand' }).count()) as {
    total: number
  }
  expect(total).toBe(1)
  expect(await shop.merchant('boss', 'payments.retryRefund', { id })).toMatchObject({
    error: { code: 'WECHAT_REFUND_NOT_REFUSED' },
  })
  expect(await askRefund(shop.desk(), id)).toMatchObject({ state: 'byHand' })
  expect(shop.pay.store.refundsOf('P5')).toEqual([])
  expect(await idsOn('over')).toContain(id)
})

test('nothing that waits for WeChat is paid out over the counter, nor twice in other words', async () => {
  const waiting = await refused('P6', 'NO_AUTH')
  const settle = (id: string, note: string) =>
    shop.merchant('boss', 'payments.settleRefundByHand', { id, note })
  expect(await settle(waiting, '现金退还')).toMatchObject({ error: { code: 'WECHAT_REFUND_NOT_REFUSED' } })
  expect(await settle('P5-1', '再退一次')).toMatchObject({ error: { code: 'WECHAT_REFUND_NOT_REFUSED' } })
  expect(await settle('nobody', '现金退还')).toMatchObject({ error: { code: 'WECHAT_REFUND_NOT_FOUND' } })
  await shop.staff('clerk', 'clerk')
  expect(
    await shop.merchant('clerk', 'payments.settleRefundByHand', { id: waiting, note: '现金退还' }),
  ).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('against a retry at the same time: paid by one of the two', async () => {
  const id = await refused('P7')
  shop.faults({ fault: 'lateRefund', afterSeconds: 3_600 })
  const [byHand] = await Promise.all([
    shop.merchant('boss', 'payments.settleRefundByHand', { id, note: '现金退还' }),
    shop.merchant('boss', 'payments.retryRefund', { id }),
  ])
  expect(shop.pay.store.refundsOf('P7')).toHaveLength(byHand.ok ? 0 : 1)
})

test('what came late and cannot go back by WeChat is paid out too, and the audit finds the books whole', async () => {
  await placePayment(shop, mei, 'P8')
  const { state, closedAt, dueAt } = asClosed(
    (await getById<Payment>(shop.cloud, 'payments', 'P8'))!,
    Date.now(),
  ) as Payment & { closedAt: number }
  await shop.cloud.db.collection('payments').doc('P8').update({ state, closedAt, dueAt })
  shop.faults({ fault: 'payRefuses', call: 'refund', code: 'INVALID_REQUEST' })
  await shop.decide('P8', 'success')
  expect(await idsOn('refused')).toContain('P8-late')
  const { refund } = must(
    await shop.merchant('boss', 'payments.settleRefundByHand', { id: 'P8-late', note: '现金退还' }),
  )
  expect(refund).toMatchObject({ why: 'late', refundFen: PAYMENT_FEN, state: 'byHand' })
})
