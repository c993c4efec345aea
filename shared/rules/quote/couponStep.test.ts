import { coupon, line, quoteOf, refusalOf, YUAN } from './exampleOrder'
import type { HeldCoupon } from './heldCoupon'

const tea = { of: 'categories', categories: ['tea'] } as const
const lines = [
  line('oolong', 100, { category: 'tea' }),
  line('green', 50, { category: 'tea', quantity: 2 }),
  line('cup', 80),
]
const asked = (coupons: HeldCoupon[], ids = coupons.map(({ id }) => id)) => ({
  lines,
  freightFen: 1_200,
  buyer: { coupons },
  choices: { coupons: ids },
})
const offOf = (coupons: HeldCoupon[], ids?: string[]) =>
  quoteOf(asked(coupons, ids)).lines.map(({ couponsOffFen }) => couponsOffFen)

test('cash off goes over the lines in scope by what they cost, and no further than they cost', () => {
  expect(offOf([coupon('c', { kind: 'cashOff', amountFen: 3_001 }, { goods: tea })])).toEqual([
    1_501, 1_500, 0,
  ])
  expect(offOf([coupon('c', { kind: 'cashOff', amountFen: 99_999 }, { goods: tea })])).toEqual([
    10_000, 10_000, 0,
  ])
})

test('percent off may have a cap', () => {
  const percent = (capFen: number | null) =>
    coupon('p', { kind: 'percentOff', rateBp: 8_000, capFen }, { goods: tea })
  expect(offOf([percent(null)])).toEqual([2_000, 2_000, 0])
  expect(offOf([percent(4_000)])).toEqual([2_000, 2_000, 0])
  expect(offOf([percent(1_000)])).toEqual([500, 500, 0])
})

test('free shipping takes all of the freight', () => {
  expect(quoteOf(asked([coupon('s', { kind: 'freeShipping' })])).freight).toMatchObject({
    listFen: 1_200,
    offFen: 1_200,
    paidFen: 0,
  })
})

test('an exchange takes so many goods in scope, the dearest first', () => {
  const swap = (quantity: number, id = 'x') => coupon(id, { kind: 'exchange', quantity }, { goods: tea })
  expect(offOf([swap(1)])).toEqual([10_000, 0, 0])
  expect(offOf([swap(2)])).toEqual([10_000, 5_000, 0])
  expect(offOf([swap(9)])).toEqual([10_000, 10_000, 0])
  expect(offOf([swap(2, 'x'), swap(1, 'y')])).toEqual([10_000, 10_000, 0])
})

test('several are taken exchange first, then rates, then amounts, whatever order they are chosen in', () => {
  const three = [
    coupon('a', { kind: 'cashOff', amountFen: 1_000 }),
    coupon('b', { kind: 'percentOff', rateBp: 5_000, capFen: null }),
    coupon('c', { kind: 'exchange', quantity: 1 }, { goods: { of: 'products', products: ['cup'] } }),
  ]
  const quote = quoteOf(asked(three))
  expect(quote.deductions.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  expect(quote.payableFen).toBe((200 / 2 - 10) * YUAN + 1_200)
  expect(offOf(three, ['c', 'a', 'b'])).toEqual(offOf(three))
})

test('coupons of one kind are taken by id, whatever order they are chosen in', () => {
  const pair = [
    coupon('b', { kind: 'cashOff', amountFen: 4_000 }),
    coupon('a', { kind: 'cashOff', amountFen: 20_000 }, { goods: tea }),
  ]
  expect(offOf(pair, ['b', 'a'])).toEqual([10_000, 10_000, 4_000])
  expect(offOf(pair, ['a', 'b'])).toEqual([10_000, 10_000, 4_000])
})

test('a coupon that would take nothing off is refused, not used up', () => {
  const ship = (id: string) => coupon(id, { kind: 'freeShipping' })
  expect(refusalOf(asked([ship('s'), ship('t')]))).toEqual({ code: 'COUPON_TAKES_NOTHING', couponId: 't' })
  expect(refusalOf({ ...asked([ship('s')]), freightFen: 0 })).toEqual({
    code: 'COUPON_TAKES_NOTHING',
    couponId: 's',
  })
  const dearer = coupon('d', { kind: 'percentOff', rateBp: 12_000, capFen: null })
  expect(refusalOf(asked([dearer]))).toEqual({ code: 'COUPON_TAKES_NOTHING', couponId: 'd' })
  const all = coupon('a', { kind: 'cashOff', amountFen: 1_000_000 })
  expect(refusalOf(asked([all, { ...all, id: 'b' }]))).toEqual({
    code: 'COUPON_TAKES_NOTHING',
    couponId: 'b',
  })
})
