import { billCheckOf, daysToCheck } from './billCheck'
import { AT, ASKED, RECEIPT } from './examplePayment'
import { asClosed, asLate, asPaid, newPayment, type Payment } from './payment'
import { asDone, newRefund, type Refund } from './refund'
import { type BilledLine, reconcile } from './reconcile'

const open = newPayment(ASKED, AT)
const paid = asPaid(open, RECEIPT)
const done = asDone(newRefund(paid, { outRefundNo: 'R1', refundFen: 500, reason: '' }, AT), {
  refundId: '503',
  doneAt: AT,
})

const paidLine: BilledLine = { kind: 'payment', id: 'S1', outTradeNo: 'S1', amountFen: 21_000 }
const refundLine: BilledLine = { kind: 'refund', id: 'R1', outTradeNo: 'S1', amountFen: 500 }

const books = (payments: readonly Payment[], refunds: readonly Refund[] = []) => ({
  payments: new Map(payments.map((payment) => [payment._id, payment])),
  refunds: new Map(refunds.map((refund) => [refund._id, refund])),
})
const NONE = { payments: [], refunds: [] }

test('what both say alike is no difference', () => {
  const unbilled = { payments: [paid], refunds: [done] }
  expect(reconcile([paidLine, refundLine], books([paid], [done]), unbilled)).toEqual([])
})

test('money that came late is booked as come in', () => {
  expect(reconcile([paidLine], books([asLate(open, RECEIPT, 'S1-late')]), NONE)).toEqual([])
})

test.each([
  ['nobody knows', [], null],
  ['nobody booked', [open], 'open'],
  ['was cancelled', [asClosed(open, AT)], 'closed'],
] as const)('a payment that %s is missing here', (_, payments, state) => {
  expect(reconcile([paidLine], books(payments), NONE)).toEqual([
    {
      kind: 'missingHere',
      of: 'payment',
      id: 'S1',
      outTradeNo: 'S1',
      billedFen: 21_000,
      bookedFen: null,
      state,
    },
  ])
})

test('a refund that nobody asked for, of another payment, or settled another way, is missing here', () => {
  const missing = { kind: 'missingHere', of: 'refund', id: 'R1', billedFen: 500 }
  expect(reconcile([refundLine], books([paid]), NONE)).toMatchObject([missing])
  expect(reconcile([refundLine], books([paid], [{ ...done, payment: 'S2' }]), NONE)).toMatchObject([missing])
  const byHand = { ...done, state: 'byHand' } as Refund
  expect(reconcile([refundLine], books([paid], [byHand]), NONE)).toMatchObject([missing])
})

test('one fen is a difference', () => {
  expect(reconcile([{ ...paidLine, amountFen: 20_999 }], books([paid]), NONE)).toMatchObject([
    { kind: 'amountDiffers', billedFen: 20_999, bookedFen: 21_000 },
  ])
  expect(reconcile([{ ...refundLine, amountFen: 501 }], books([paid], [done]), NONE)).toMatchObject([
    { kind: 'amountDiffers', billedFen: 501, bookedFen: 500 },
  ])
})

test('what is booked and in no bill is missing there', () => {
  expect(reconcile([], books([]), { payments: [paid], refunds: [done] })).toMatchObject([
    { kind: 'missingThere', of: 'payment', id: 'S1', billedFen: null, bookedFen: 21_000 },
    { kind: 'missingThere', of: 'refund', id: 'R1', outTradeNo: 'S1', billedFen: null, bookedFen: 500 },
  ])
})

test('a check counts all differences and keeps two hundred', () => {
  const lines = Array.from({ length: 300 }, (_, n) => ({ ...paidLine, id: `X${n}`, feeFen: 126 }))
  const check = billCheckOf('2026-03-01', lines, reconcile(lines, books([]), NONE), AT)
  expect(check).toMatchObject({
    differenceCount: 300,
    feeFen: 37_800,
    payments: { count: 300, fen: 6_300_000 },
    refunds: { count: 0, fen: 0 },
  })
  expect(check.differences).toHaveLength(200)
})

describe('days whose bills are still to be compared', () => {
  test('those after the last one, in order, to yesterday', () => {
    expect(daysToCheck('2026-03-04', '2026-03-01', '2026-01-01')).toEqual(['2026-03-02', '2026-03-03'])
    expect(daysToCheck('2026-03-04', '2026-03-03', '2026-01-01')).toEqual([])
  })

  test('from the first on which somebody paid; yesterday where nobody did', () => {
    expect(daysToCheck('2026-03-04', null, '2026-03-02')).toEqual(['2026-03-02', '2026-03-03'])
    expect(daysToCheck('2026-03-04', null, null)).toEqual(['2026-03-03'])
    expect(daysToCheck('2026-03-04', null, '2026-03-04')).toEqual([])
  })

  test('no more than WeChat keeps: three months', () => {
    const days = daysToCheck('2026-06-04', '2025-01-01', null)
    expect([days[0], days.at(-1)]).toEqual(['2026-03-05', '2026-06-03'])
  })
})
