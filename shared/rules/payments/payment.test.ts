import { AT, ASKED, RECEIPT } from './examplePayment'
import { asClosed, asLate, asPaid, newPayment, nextLook } from './payment'

const MINUTE = 60_000
const open = newPayment(ASKED, AT)

test('a new payment is open, and WeChat is asked about it in five minutes', () => {
  expect(open).toMatchObject({
    _id: 'S1',
    state: 'open',
    amountFen: 21_000,
    createdAt: AT,
    dueAt: AT + 5 * MINUTE,
  })
})

test('WeChat is asked when its time is over, and then every five minutes until it answers', () => {
  expect(nextLook(open, AT + 12 * MINUTE)).toBe(open.expiresAt)
  expect(nextLook(open, open.expiresAt)).toBe(open.expiresAt + 5 * MINUTE)
})

test('what WeChat would never take is no payment', () => {
  expect(() => newPayment({ ...ASKED, outTradeNo: 'a/b' }, AT)).toThrow('cannot be called')
  expect(() => newPayment({ ...ASKED, outTradeNo: 'x'.repeat(33) }, AT)).toThrow('cannot be called')
  expect(() => newPayment({ ...ASKED, amountFen: 0 }, AT)).toThrow('is none')
  expect(() => newPayment({ ...ASKED, amountFen: 1.5 }, AT)).toThrow('is none')
  expect(() => newPayment({ ...ASKED, expiresAt: AT }, AT)).toThrow('must end')
})

test('a long description is cut by characters, not in the middle of one', () => {
  const { description } = newPayment({ ...ASKED, description: '🍵'.repeat(200) }, AT)
  expect(description).toBe('🍵'.repeat(127))
})

test('paid: nothing is due any more, and the same receipt again changes nothing', () => {
  const paid = asPaid(open, RECEIPT)
  expect(paid).toMatchObject({ state: 'paid', transactionId: '42', paidAt: RECEIPT.paidAt, dueAt: 0 })
  expect(asPaid(paid, RECEIPT)).toBe(paid)
  expect(() => asPaid(paid, { ...RECEIPT, transactionId: '43' })).toThrow('cannot be paid')
})

test('closed: WeChat is still to be told; it cannot be paid any more, only late', () => {
  const closed = asClosed(open, AT + MINUTE)
  expect(closed).toMatchObject({ state: 'closed', closedAt: AT + MINUTE, dueAt: AT + MINUTE })
  expect(asClosed(closed, AT + 2 * MINUTE)).toBe(closed)
  expect(() => asPaid(closed, RECEIPT)).toThrow('is closed and cannot be paid')
  expect(asLate(closed, RECEIPT, 'S1-late')).toMatchObject({ state: 'late', refund: 'S1-late', dueAt: 0 })
})

test('what was paid is neither closed nor late', () => {
  const paid = asPaid(open, RECEIPT)
  expect(() => asClosed(paid, AT)).toThrow('is paid and cannot be closed')
  expect(() => asLate(paid, RECEIPT, 'S1-late')).toThrow('is paid and cannot be late')
})
