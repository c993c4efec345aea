import { newCoupon, type Coupon } from '../coupons/coupon'
import type { TakesOff } from '../coupons/terms'
import { line, quoteOf } from './exampleOrder'
import { heldOf } from './heldCoupon'

const given = (takesOff: TakesOff, uses = 1): Coupon =>
  newCoupon({
    _id: 'g1',
    member: 'm1',
    cause: { of: 'benefit', benefitId: 'b1', levelId: 'gold', period: '2026' },
    template: null,
    reservation: null,
    name: { zh: '券', en: 'coupon' },
    takesOff,
    goods: { of: 'all' },
    requirement: { of: 'none' },
    stacking: { withAutomatic: true, withCodes: true },
    levels: null,
    grantedOn: '2026-06-01',
    validFrom: '2026-06-01',
    validUntilDay: '2026-06-30',
    uses,
  })

test.each<[TakesOff, number, number]>([
  [{ kind: 'cashOff', amountFen: 2_000 }, 2_000, 0],
  [{ kind: 'percentOff', rateBp: 8_000, capFen: null }, 2_000, 0],
  [{ kind: 'percentOff', rateBp: 8_000, capFen: 500 }, 500, 0],
  [{ kind: 'exchange', quantity: 1 }, 10_000, 0],
  [{ kind: 'freeShipping' }, 0, 800],
])('a coupon that is held is used by its own terms: %j', (takesOff, couponsOffFen, offFen) => {
  const quote = quoteOf({
    lines: [line('cup', 100)],
    freightFen: 800,
    buyer: { coupons: [heldOf(given(takesOff))] },
    choices: { coupons: ['g1'] },
  })
  expect(quote.lines[0]?.couponsOffFen).toBe(couponsOffFen)
  expect(quote.freight.offFen).toBe(offFen)
})

test("a month's quota of free shipping has as many uses as are left, and an order that holds one has it", () => {
  const quota = given({ kind: 'freeShipping' }, 3)
  const held = heldOf({ ...quota, usedBy: [{ orderId: 'o1', day: '2026-06-02' }], heldBy: ['o2'] })
  expect(held).toMatchObject({ usesLeft: 1, validFrom: '2026-06-01', validUntil: '2026-06-30' })
})

test('a coupon that is void or expired has no use left', () => {
  const coupon = given({ kind: 'freeShipping' })
  const voided = { reason: 'x', by: 'staff:s', at: 1 } as const
  expect(heldOf({ ...coupon, state: 'voided', voided }).usesLeft).toBe(0)
  expect(heldOf({ ...coupon, state: 'expired', voided: null }).usesLeft).toBe(0)
})
