import { coupon, line, quoteOf, RULES, TODAY, WORKED_EXAMPLE, YUAN } from './exampleOrder'
import type { Quote } from './quoted'
import type { RefundRequest } from './refundRequest'
import { refundSplit, type RefundSplit } from './refundSplit'

const worked = quoteOf(WORKED_EXAMPLE)

function refunds(order: Quote, requests: readonly RefundRequest[], day = TODAY): RefundSplit[] {
  return requests.reduce<RefundSplit[]>((done, request) => {
    const split = refundSplit(order, done, request, day)
    if (!split.ok) throw new Error(split.error.code)
    return [...done, split.value]
  }, [])
}

const amount = (amountFen: number, freightFen = 0): RefundRequest => ({ of: 'amount', amountFen, freightFen })
const goods = (at: number, quantity: number): RefundRequest => ({
  of: 'lines',
  lines: [{ line: at, quantity }],
  freightFen: 0,
})

test('half of the worked example goes back where it came from, and then the rest', () => {
  const [half, rest] = refunds(worked, [amount(165 * YUAN), { of: 'rest' }])
  const each = { back: { principal: 5_000, bonus: 1_000, wechat: 10_500 }, points: 1_500, amountFen: 16_500 }
  expect(half).toMatchObject({ ...each, isLast: false, couponsBack: [] })
  expect(rest).toMatchObject({ ...each, isLast: true })
  expect(rest?.couponsBack.map(({ id }) => id)).toEqual(['c20', 'ship'])
})

test('coupons come back only with the refund that leaves nothing, up to their last day', () => {
  const ids = (split: RefundSplit | undefined) => [
    split?.couponsBack.map(({ id }) => id),
    split?.couponsLapsed.map(({ id }) => id),
  ]
  expect(ids(refunds(worked, [amount(329_99)])[0])).toEqual([[], []])
  expect(ids(refunds(worked, [amount(330_00)], '2026-12-31')[0])).toEqual([['c20', 'ship'], []])
  expect(ids(refunds(worked, [amount(330_00)], '2027-01-01')[0])).toEqual([[], ['c20', 'ship']])
})

test('freight that was paid and is kept means that not all was refunded', () => {
  const buyer = { coupons: [coupon('c5', { kind: 'cashOff', amountFen: 500 })] }
  const order = quoteOf({ lines: [line('cup', 50)], freightFen: 1_000, buyer, choices: { coupons: ['c5'] } })
  const [forGoods, forFreight] = refunds(order, [amount(4_500), amount(0, 1_000)])
  expect(forGoods).toMatchObject({ isLast: false, couponsBack: [], freightFen: 0 })
  expect(forFreight).toMatchObject({ isLast: true, freightFen: 1_000, back: { wechat: 1_000 } })
  expect(forFreight?.couponsBack).toHaveLength(1)
})

const two = quoteOf({
  lines: [line('cup', 30, { quantity: 3 }), line('pot', 110)],
  buyer: { points: 10_000, balance: { principalFen: 7_001, bonusFen: 1_999 } },
  choices: { points: 2_000, balance: { of: 'all' } },
})

test('a line gives back what was paid for it, and no other', () => {
  const [pot] = refunds(two, [goods(1, 1)])
  expect(pot?.lines[0]).toEqual({
    quantity: 0,
    points: 0,
    amountFen: 0,
    back: { bonus: 0, principal: 0, wechat: 0 },
  })
  expect(pot?.lines[1]).toEqual({
    quantity: 1,
    points: two.lines[1]?.points,
    amountFen: two.lines[1]?.paidFen,
    back: two.lines[1]?.paid,
  })
})

test('goods come back piece by piece, the last with the rest', () => {
  const pieces = refunds(two, [goods(0, 1), goods(0, 1), goods(0, 1)])
  expect(pieces.map(({ points, amountFen }) => [points, amountFen])).toEqual([
    [300, 2_700],
    [300, 2_700],
    [300, 2_700],
  ])
})

test('money of a line may go back without its goods, and then goods bring their share of what is left', () => {
  const some: RefundRequest = { of: 'lines', lines: [{ line: 0, amountFen: 2_100 }], freightFen: 0 }
  const [first, second] = refunds(two, [some, goods(0, 1)])
  expect(first?.lines[0]).toMatchObject({ quantity: 0, amountFen: 2_100, points: 233 })
  expect(second?.lines[0]).toMatchObject({ quantity: 1, amountFen: 2_000, points: 222 })
})

test('what was paid by points alone comes back with the goods', () => {
  const toCash = { ...RULES.toCash, cap: { kind: 'amount', fen: 100_000 } as const, allowsZero: true }
  const order = quoteOf({
    lines: [line('cup', 10, { quantity: 2 })],
    buyer: { points: 2_000 },
    rules: { toCash },
    choices: { points: 2_000 },
  })
  const [one, other] = refunds(order, [goods(0, 1), goods(0, 1)])
  expect(one).toMatchObject({ points: 1_000, amountFen: 0, isLast: false })
  expect(other).toMatchObject({ points: 1_000, amountFen: 0, isLast: true })
})

test('paid by points but for a fen: half of the goods still bring half of the points', () => {
  const toCash = { ...RULES.toCash, cap: { kind: 'amount', fen: 100_000 } as const }
  const order = quoteOf({
    lines: [line('cup', 5.01, { quantity: 2, unitListFen: 501 })],
    buyer: { points: 1_000 },
    rules: { toCash },
    choices: { points: 1_000 },
  })
  expect(refunds(order, [goods(0, 1)])[0]).toMatchObject({ points: 500, amountFen: 1 })
})

test('what a coupon exchanged must come back before the coupon does', () => {
  const swap = coupon(
    'x',
    { kind: 'exchange', quantity: 1 },
    { goods: { of: 'products', products: ['gift'] } },
  )
  const order = quoteOf({
    lines: [line('cup', 10), line('gift', 5)],
    buyer: { coupons: [swap] },
    choices: { coupons: ['x'] },
  })
  const [cup, gift] = refunds(order, [goods(0, 1), goods(1, 1)])
  expect(cup).toMatchObject({ amountFen: 1_000, isLast: false, couponsBack: [] })
  expect(gift).toMatchObject({ amountFen: 0, isLast: true })
  expect(gift?.couponsBack).toHaveLength(1)
})

test.each<[string, RefundRequest[], RefundRequest]>([
  ['nothing', [], amount(0)],
  ['no goods', [], goods(0, 0)],
  ['the rest after the rest', [{ of: 'rest' }], { of: 'rest' }],
])('a refund of %s is refused', (_what, before, request) => {
  expect(refundSplit(worked, refunds(worked, before), request, TODAY)).toEqual({
    ok: false,
    error: { code: 'REFUND_NOTHING' },
  })
})

test('never more than is left, after what went back before', () => {
  const half = refunds(worked, [amount(165 * YUAN)])
  expect(refundSplit(worked, half, amount(165 * YUAN + 1), TODAY)).toEqual({
    ok: false,
    error: { code: 'REFUND_TOO_MUCH', leftFen: 165 * YUAN, leftFreightFen: 0 },
  })
})
