import { AT, ASKED, RECEIPT } from './examplePayment'
import { asLate, asPaid, newPayment } from './payment'
import {
  asAskedAgain,
  asDone,
  asProcessing,
  asRefused,
  asReturned,
  asSettledByHand,
  asTriedInVain,
  newRefund,
  type Refund,
  type RefundFault,
} from './refund'

const open = newPayment(ASKED, AT)
const paid = asPaid(open, RECEIPT)
const asked = newRefund(paid, { outRefundNo: 'S1-1', refundFen: 10_000, reason: '退货' }, AT)
const fault: RefundFault = { kind: 'rejected', code: 'INVALID_REQUEST', message: '订单已过期', at: AT }

test('a new refund is due at once and knows what it is of', () => {
  expect(asked).toMatchObject({
    _id: 'S1-1',
    payment: 'S1',
    for: ASKED.for,
    refundFen: 10_000,
    paidFen: 21_000,
    why: 'owner',
    state: 'asked',
    dueAt: AT,
  })
  const late = { outRefundNo: 'S1-late', refundFen: 21_000, reason: '已取消', why: 'late' } as const
  expect(newRefund(asLate(open, RECEIPT, 'S1-late'), late, AT)).toMatchObject({
    why: 'late',
    refundFen: 21_000,
  })
})

test('no more than was paid, nothing of what was not paid', () => {
  const of = (refundFen: number, outRefundNo = 'S1-1') => ({ outRefundNo, refundFen, reason: '' })
  expect(() => newRefund(paid, of(21_001), AT)).toThrow('cannot be given back of 21000')
  expect(() => newRefund(paid, of(0), AT)).toThrow('cannot be given back')
  expect(() => newRefund(paid, of(1, 'a b'), AT)).toThrow('cannot be called')
  expect(() => newRefund(open, of(1), AT)).toThrow('nothing to give back')
})

test('refused: nothing is due; a person has it asked for again, or settles it by hand', () => {
  const refused = asRefused(asked, fault)
  expect(refused).toMatchObject({ state: 'refused', fault, dueAt: 0 })
  expect(asAskedAgain({ ...refused, tries: 7 }, AT + 1)).toMatchObject({
    state: 'asked',
    tries: 0,
    dueAt: AT + 1,
  })
  const byHand = { by: 'm9', at: AT, note: 'in cash' }
  expect(asSettledByHand(refused, byHand)).toMatchObject({ state: 'byHand', fault, byHand })
})

test('what was put back where it came from is over; what WeChat may still pay cannot be put back', () => {
  const returned = asReturned(asked, fault)
  expect(returned).toMatchObject({ state: 'returned', dueAt: 0 })
  expect(() => asAskedAgain(returned, AT)).toThrow('is returned and cannot be asked')
  expect(() => asReturned(asked, { ...fault, kind: 'abnormal' })).toThrow('may still be paid by WeChat')
})

test('asked in vain: again after a minute, then two, never more than an hour', () => {
  const once = asTriedInVain(asked, 'SYSTEM_ERROR', AT)
  expect(once).toMatchObject({ state: 'asked', tries: 1, said: 'SYSTEM_ERROR', dueAt: AT + 60_000 })
  expect(asTriedInVain(once, 'SYSTEM_ERROR', AT).dueAt).toBe(AT + 120_000)
  expect(asTriedInVain({ ...once, tries: 500 }, 'SYSTEM_ERROR', AT).dueAt).toBe(AT + 3_600_000)
})

test('taken up, then done; done once', () => {
  const processing = asProcessing(asked, AT)
  expect(processing).toMatchObject({ state: 'processing', dueAt: AT + 60_000 })
  expect(asProcessing(processing, AT + 60_000)).toMatchObject({ state: 'processing', dueAt: AT + 180_000 })
  const done = asDone(processing, { refundId: '503', doneAt: AT })
  expect(done).toMatchObject({ state: 'done', refundId: '503', doneAt: AT, dueAt: 0 })
  expect(asDone(done, { refundId: '503', doneAt: AT + 1 })).toBe(done)
  expect(() => asDone(done, { refundId: '504', doneAt: AT })).toThrow('is done and cannot be done')
})

test('what WeChat called abnormal may be done later, from its own pages; what was settled by hand may not', () => {
  const refused = asRefused(asProcessing(asked, AT), { ...fault, kind: 'abnormal' })
  expect(asDone(refused, { refundId: '503', doneAt: AT })).toMatchObject({ state: 'done' })
  const byHand = asSettledByHand(refused, { by: 'm9', at: AT, note: '' })
  expect(() => asDone(byHand, { refundId: '503', doneAt: AT })).toThrow('is byHand and cannot be done')
})

test.each(['asked', 'processing', 'done', 'returned', 'byHand'] as const)(
  'one that is %s is not settled by hand',
  (state) => {
    const refund = { ...asked, state } as Refund
    expect(() => asSettledByHand(refund, { by: 'm9', at: AT, note: '' })).toThrow('cannot be byHand')
  },
)

test.each(['done', 'refused', 'returned', 'byHand'] as const)(
  'one that is %s is not refused again',
  (state) => {
    expect(() => asRefused({ ...asked, state } as Refund, fault)).toThrow('cannot be refused')
  },
)
