import { assertBalanced } from '../account/legs'
import { NOTHING } from '../quote/paid'
import { membershipBackLegs, membershipPaidLegs } from './legs'
import {
  asCancelled,
  asPaid,
  asRefunded,
  PURCHASE_MOVES,
  type MembershipPurchase,
  type MembershipRefund,
} from './purchase'

const unpaid: MembershipPurchase = {
  _id: 'M1',
  schemaVersion: 1,
  member: 'm1',
  origin: { of: 'bought' },
  terms: { levelId: 'plus', priceFen: 3_000, validDays: 30, version: 2 },
  paid: { ...NOTHING, principal: 1_000, wechat: 2_000 },
  parts: [{ lotId: 'a', principalFen: 1_000, bonusFen: 0 }],
  createdAt: 1,
  state: 'unpaid',
  paidAt: null,
  refund: null,
}
const refund: MembershipRefund = { at: 9, by: 'member', usedDays: 10, usedFen: 1_000, back: unpaid.paid }

test('paid and refunded, each once', () => {
  const paid = asPaid(unpaid, 5)
  expect(paid).toMatchObject({ state: 'paid', paidAt: 5 })
  expect(asPaid(paid, 6)).toBe(paid)
  const refunded = asRefunded(paid, refund)
  expect(refunded).toMatchObject({ state: 'refunded', paidAt: 5, refund })
  expect(asRefunded(refunded, { ...refund, at: 10 })).toBe(refunded)
})

test('what was not paid in time is cancelled, and money that comes late does not bring it back', () => {
  const cancelled = asCancelled(unpaid)
  expect(cancelled.state).toBe('cancelled')
  expect(asCancelled(cancelled)).toBe(cancelled)
  expect(() => asPaid(cancelled, 5)).toThrow('is cancelled and cannot be paid')
  expect(() => asRefunded(unpaid, refund)).toThrow('is unpaid and cannot be refunded')
  expect(() => asCancelled(asPaid(unpaid, 5))).toThrow('is paid and cannot be cancelled')
})

test('nothing leads out of cancelled and refunded', () => {
  expect(Object.values(PURCHASE_MOVES).flat()).not.toEqual(expect.arrayContaining(['cancelled']))
  expect(Object.values(PURCHASE_MOVES).flat()).not.toEqual(expect.arrayContaining(['refunded']))
})

test('what is paid and what goes back sum to zero', () => {
  const legs = [...membershipPaidLegs(unpaid.paid), ...membershipBackLegs(unpaid.paid)]
  assertBalanced(legs)
  const sums = new Map<string, number>()
  for (const { account, amount } of legs) sums.set(account, (sums.get(account) ?? 0) + amount)
  expect([...sums.values()].every((sum) => sum === 0)).toBe(true)
  expect(membershipPaidLegs(unpaid.paid)).toContainEqual({
    account: 'principal',
    unit: 'fen',
    amount: -1_000,
  })
})
