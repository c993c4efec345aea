import { BUYER, coupon, discount, line, quoteOf, refusalOf, YUAN } from './exampleOrder'
import type { HeldCoupon } from './heldCoupon'

const c10 = (more: Partial<HeldCoupon> = {}, id = 'c10') =>
  coupon(id, { kind: 'cashOff', amountFen: 10 * YUAN }, more)
const lines = [line('cup', 100, { category: 'cups' })]
const asked = (coupons: HeldCoupon[], ids = coupons.map(({ id }) => id)) => ({
  lines,
  buyer: { coupons },
  choices: { coupons: ids },
})

test.each<[string, Partial<HeldCoupon>, object]>([
  ['is used up', { usesLeft: 0 }, { code: 'COUPON_USED' }],
  ['has expired', { validUntil: '2026-06-17' }, { code: 'COUPON_EXPIRED', validUntil: '2026-06-17' }],
  ['is not valid yet', { validFrom: '2026-06-19' }, { code: 'COUPON_NOT_YET', validFrom: '2026-06-19' }],
  ['is for other levels', { levels: ['silver'] }, { code: 'COUPON_NOT_FOR_LEVEL' }],
  ['is for other goods', { goods: { of: 'products', products: ['pot'] } }, { code: 'COUPON_OUT_OF_SCOPE' }],
  [
    'asks for more money',
    { requirement: { of: 'minimumAmount', amountFen: 10_001 } },
    { code: 'COUPON_BELOW_AMOUNT', missingFen: 1 },
  ],
  [
    'asks for more goods',
    { requirement: { of: 'minimumQuantity', quantity: 3 } },
    { code: 'COUPON_BELOW_QUANTITY', missing: 2 },
  ],
])('a coupon that %s is refused', (_what, more, refusal) => {
  expect(refusalOf(asked([c10(more)]))).toEqual({ couponId: 'c10', ...refusal })
})

test.each<[string, Partial<HeldCoupon>]>([
  ['on its first and last day', { validFrom: '2026-06-18', validUntil: '2026-06-18' }],
  ['by its level', { levels: ['silver', 'gold'] }],
  ['on its goods', { goods: { of: 'categories', categories: ['cups'] } }],
  ['at exactly its amount', { requirement: { of: 'minimumAmount', amountFen: 10_000 } }],
])('a coupon is good %s', (_when, more) => {
  expect(quoteOf(asked([c10(more)])).payableFen).toBe(90 * YUAN)
})

test('while the levels are off nobody is of the levels that a coupon is for', () => {
  const facts = { ...BUYER.facts, tierId: null }
  const levels = c10({ levels: ['gold'] })
  expect(refusalOf({ ...asked([levels]), buyer: { coupons: [levels], facts } })).toEqual({
    code: 'COUPON_NOT_FOR_LEVEL',
    couponId: 'c10',
  })
})

test('a coupon that is not held, and one chosen twice, are refused', () => {
  expect(refusalOf(asked([], ['c10']))).toEqual({ code: 'COUPON_NOT_FOUND', couponId: 'c10' })
  expect(refusalOf(asked([c10({ usesLeft: 2 })], ['c10', 'c10']))).toEqual({
    code: 'COUPON_TWICE',
    couponId: 'c10',
  })
})

test('several only where each allows others', () => {
  const alone = { stacking: { withAutomatic: true, withCodes: false } }
  expect(quoteOf(asked([c10(), c10({}, 'other')])).payableFen).toBe(80 * YUAN)
  for (const pair of [
    [c10(), c10(alone, 'other')],
    [c10(alone), c10({}, 'other')],
  ]) {
    expect(refusalOf(asked(pair))).toEqual({ code: 'COUPON_NOT_TOGETHER', couponId: 'other', otherId: 'c10' })
  }
})

test('what a coupon asks for is judged after discounts, before other coupons', () => {
  const from95 = { requirement: { of: 'minimumAmount', amountFen: 9_500 } } as const
  const rules = (rateBp: number) => ({ discounts: [discount('all', rateBp)] })
  expect(quoteOf({ ...asked([c10(), c10(from95, 'x')]), rules: rules(9_500) }).payableFen).toBe(75 * YUAN)
  expect(refusalOf({ ...asked([c10(from95)]), rules: rules(9_400) })).toEqual({
    code: 'COUPON_BELOW_AMOUNT',
    couponId: 'c10',
    missingFen: 100,
  })
})

test('only goods in its scope count for what a coupon asks', () => {
  const forCups = c10({
    goods: { of: 'products', products: ['cup'] },
    requirement: { of: 'minimumAmount', amountFen: 150 * YUAN },
  })
  expect(refusalOf({ ...asked([forCups]), lines: [...lines, line('pot', 900)] })).toMatchObject({
    missingFen: 50 * YUAN,
  })
})
