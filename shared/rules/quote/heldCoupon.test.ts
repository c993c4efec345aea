import type { Coupon, CouponWorth } from '../benefits/coupons'
import { line, quoteOf } from './exampleOrder'
import { heldOf } from './heldCoupon'

const given = (worth: CouponWorth, more: Partial<Pick<Coupon, 'uses' | 'used'>> = {}): Coupon => ({
  _id: 'g1',
  schemaVersion: 1,
  member: 'm1',
  benefitId: 'b1',
  name: { zh: '券', en: 'coupon' },
  period: '2026',
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: true },
  grantedOn: '2026-06-01',
  validFrom: '2026-06-01',
  validUntilDay: '2026-06-30',
  uses: 1,
  used: 0,
  state: 'usable',
  usedOn: null,
  ...more,
  ...worth,
})

test.each<[CouponWorth, number, number]>([
  [{ kind: 'voucher', amountFen: 2_000 }, 2_000, 0],
  [{ kind: 'birthdayDiscount', rateBp: 8_000 }, 2_000, 0],
  [{ kind: 'freeShipping' }, 0, 800],
])('a coupon that a level gave is used like any other: %j', (worth, couponsOffFen, offFen) => {
  const quote = quoteOf({
    lines: [line('cup', 100)],
    freightFen: 800,
    buyer: { coupons: [heldOf(given(worth))] },
    choices: { coupons: ['g1'] },
  })
  expect(quote.lines[0]?.couponsOffFen).toBe(couponsOffFen)
  expect(quote.freight.offFen).toBe(offFen)
})

test("a month's quota of free shipping has as many uses as are left", () => {
  expect(heldOf(given({ kind: 'freeShipping' }, { uses: 3, used: 1 }))).toMatchObject({
    usesLeft: 2,
    validFrom: '2026-06-01',
    validUntil: '2026-06-30',
  })
})
