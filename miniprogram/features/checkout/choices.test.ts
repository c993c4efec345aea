import { FIRST_CHOICES, pointsWithin, withCoupon } from './choices'

test('a coupon is taken and put back by the same tap, beside others', () => {
  const one = withCoupon(FIRST_CHOICES, 'a')
  const two = withCoupon(one, 'b')
  expect(two.coupons).toEqual(['a', 'b'])
  expect(withCoupon(two, 'a').coupons).toEqual(['b'])
  expect(withCoupon(two, 'a').balance).toEqual({ of: 'all' })
})

const limits = { most: 2_950, step: 100, minimum: 500 }

test.each([
  [3_000, 2_900],
  [2_950, 2_900],
  [777, 700],
  [500, 500],
  [499, 0],
  [0, 0],
])('of %d points %d can be used', (asked, used) => {
  expect(pointsWithin(asked, limits)).toBe(used)
})

test('points that are worth nothing here are none', () => {
  expect(pointsWithin(1_000, { most: 0, step: 1, minimum: 0 })).toBe(0)
})
