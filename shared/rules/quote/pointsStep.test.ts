import { line, quoteOf, refusalOf, RULES, YUAN } from './exampleOrder'

const lines = [line('pot', 90), line('cup', 30)]
const asked = (points: number, held = 100_000) => ({ lines, buyer: { points: held }, choices: { points } })

test('points take their worth off the goods, shared over the lines, and each line knows its points', () => {
  const quote = quoteOf(asked(4_000))
  expect(quote.lines.map(({ pointsOffFen, points, paidFen }) => [pointsOffFen, points, paidFen])).toEqual([
    [3_000, 3_000, 6_000],
    [1_000, 1_000, 2_000],
  ])
})

test.each([
  ['a step', 150, 100_000, { code: 'POINTS_STEP', step: 100 }],
  ['the cap, half of what is payable for goods', 6_100, 100_000, { code: 'POINTS_CAP', most: 6_000 }],
  ['what the member has', 2_000, 1_950, { code: 'POINTS_MISSING', missing: 50 }],
])('refuses what breaks %s', (_what, points, held, refusal) => {
  expect(refusalOf(asked(points, held))).toEqual(refusal)
})

test('freight does not count for the cap', () => {
  expect(refusalOf({ ...asked(6_100), freightFen: 50 * YUAN })).toEqual({ code: 'POINTS_CAP', most: 6_000 })
})

test('one fen stays to be paid unless the shop allows nothing to be', () => {
  const cap = { kind: 'shareOfPayable', shareBp: 10_000 } as const
  const rules = (allowsZero: boolean) => ({ toCash: { ...RULES.toCash, cap, allowsZero } })
  expect(refusalOf({ ...asked(12_000), rules: rules(false) })).toEqual({ code: 'POINTS_CAP', most: 11_900 })
  expect(quoteOf({ ...asked(12_000), rules: rules(true) })).toMatchObject({
    payableFen: 0,
    isPaidAtOnce: true,
  })
})

test('a quote tells the most points that can be used: of the order, and of what the member has', () => {
  const most = (held: number) => quoteOf(asked(0, held)).points.most
  expect(most(100_000)).toBe(6_000)
  expect(most(1_950)).toBe(1_900)
  expect(most(99)).toBe(0)
  const rules = { toCash: { ...RULES.toCash, minimum: 500 } }
  expect(quoteOf({ ...asked(0, 499), rules }).points.most).toBe(0)
  expect(quoteOf({ ...asked(0, 500), rules }).points.most).toBe(500)
})

test('half a point, and fewer than none, are no points', () => {
  expect(() => quoteOf(asked(0.5))).toThrow(RangeError)
  expect(() => quoteOf(asked(-100))).toThrow(RangeError)
})
