import { coupon, discount, GOLD, line, quoteOf, YUAN } from './exampleOrder'

const tea = { of: 'categories', categories: ['tea'] } as const
const inTea = { category: 'tea' }

test('the best automatic discount is found for each line', () => {
  const quote = quoteOf({
    lines: [line('oolong', 100, inTea), line('cup', 100)],
    buyer: { benefits: [GOLD] },
    rules: { discounts: [discount('tea', 7_000, { goods: tea })] },
  })
  expect(quote.lines.map(({ priceOffFen }) => priceOffFen)).toEqual([30 * YUAN, 5 * YUAN])
  expect(quote.deductions.map(({ id, linesFen }) => [id, linesFen])).toEqual([
    ['gold', [0, 500]],
    ['tea', [3_000, 0]],
  ])
})

test("of the level's discount, a member day at 30% off, a campaign and a member price the best is taken", () => {
  const memberDay = discount('28th', 7_000, {
    kind: 'memberDay',
    when: { of: 'dayOfMonth', dayOfMonth: 28 },
  })
  const takenOn = (day: string, unitMemberFen: number) =>
    quoteOf({
      lines: [line('cup', 100, { unitMemberFen })],
      buyer: { benefits: [GOLD] },
      rules: { discounts: [discount('summer', 9_000), memberDay] },
      day,
    }).deductions.map(({ of, linesFen }) => [of, linesFen])
  expect(takenOn('2026-06-28', 7_500)).toEqual([['memberDay', [3_000]]])
  expect(takenOn('2026-06-27', 7_500)).toEqual([['memberPrice', [2_500]]])
  expect(takenOn('2026-06-27', 9_200)).toEqual([['campaign', [1_000]]])
  expect(takenOn('2026-06-28', 6_900)).toEqual([['memberPrice', [3_100]]])
})

test('the price rounds half up once, on the sum, and what is off is shared by largest remainder', () => {
  const lines = [line('a', 0.33), line('b', 0.33), line('c', 0.33)]
  const quote = quoteOf({ lines, rules: { discounts: [discount('half', 5_000)] } })
  expect(quote.payableFen).toBe(50)
  expect(quote.lines.map(({ priceOffFen }) => priceOffFen)).toEqual([17, 16, 16])
})

test('discounts that go together follow one another, each on what the one before left', () => {
  const together = { stacking: { withAutomatic: true, withCodes: true } }
  const quote = quoteOf({
    lines: [line('cup', 100)],
    rules: { discounts: [discount('a', 9_000, together), discount('b', 8_000, together)] },
  })
  expect(quote.deductions.map(({ id, linesFen }) => [id, linesFen])).toEqual([
    ['a', [1_000]],
    ['b', [1_800]],
  ])
})

test('a member price is taken where it is below the list price', () => {
  const lines = [
    line('cup', 100, { unitMemberFen: 9_000, quantity: 2 }),
    line('pot', 100, { unitMemberFen: 11_000 }),
    line('lid', 10),
  ]
  const quote = quoteOf({ lines })
  expect(quote.lines.map(({ priceOffFen }) => priceOffFen)).toEqual([2_000, 0, 0])
  expect(quote.deductions.map(({ of }) => of)).toEqual(['memberPrice'])
})

test('a member price above the list price does not spoil the discounts that would go with it', () => {
  const together = { withAutomatic: true, withCodes: true }
  const quote = quoteOf({
    lines: [line('cup', 100, { unitMemberFen: 12_000 })],
    rules: {
      memberPrice: together,
      discounts: [discount('a', 9_000, { stacking: together }), discount('b', 9_000, { stacking: together })],
    },
  })
  expect(quote.payableFen).toBe(8_100)
})

test('a requirement is judged by list prices of the goods in scope', () => {
  const rule = discount('tea', 7_000, { goods: tea, requirement: { of: 'minimumAmount', amountFen: 20_000 } })
  const off = (yuan: number) =>
    quoteOf({
      lines: [line('oolong', yuan, { ...inTea, unitMemberFen: yuan * 90 }), line('cup', 500)],
      rules: { discounts: [rule] },
    })
  expect(off(200).lines[0]?.priceOffFen).toBe(6_000)
  expect(off(199).deductions.map(({ of }) => of)).toEqual(['memberPrice'])
  expect(off(199).notUsed).toEqual([
    { id: 'tea', name: { zh: 'tea', en: 'tea' }, why: { of: 'amount', missingFen: 100 } },
  ])
})

test('a discount gives way to a coupon that it does not go with, on the lines that the coupon is for', () => {
  const alone = { stacking: { withAutomatic: false, withCodes: true } }
  const onTea = coupon('tea5', { kind: 'cashOff', amountFen: 500 }, { goods: tea, ...alone })
  const quote = quoteOf({
    lines: [line('oolong', 100, inTea), line('cup', 100)],
    buyer: { benefits: [GOLD], coupons: [onTea] },
    choices: { coupons: ['tea5'] },
  })
  expect(quote.lines.map(({ priceOffFen, couponsOffFen }) => [priceOffFen, couponsOffFen])).toEqual([
    [0, 500],
    [500, 0],
  ])
})

test.each([
  ['the discount', { withAutomatic: true, withCodes: false }, true],
  ['the coupon', { withAutomatic: true, withCodes: true }, false],
])('either side may refuse: %s', (_who, stacking, withAutomatic) => {
  const quote = quoteOf({
    lines: [line('cup', 100)],
    buyer: {
      coupons: [
        coupon('c5', { kind: 'cashOff', amountFen: 500 }, { stacking: { withAutomatic, withCodes: true } }),
      ],
    },
    rules: { discounts: [discount('all', 9_000, { stacking })] },
    choices: { coupons: ['c5'] },
  })
  expect(quote.deductions.map(({ id }) => id)).toEqual(['c5'])
  expect(quote.notUsed.map(({ why }) => why)).toEqual([{ of: 'coupon' }])
})

test('a discount that a better one leaves no line is told of, and one without goods here is not', () => {
  const quote = quoteOf({
    lines: [line('cup', 100)],
    buyer: { benefits: [GOLD] },
    rules: { discounts: [discount('all', 9_000), discount('tea', 5_000, { goods: tea })] },
  })
  expect(quote.notUsed).toEqual([{ id: 'gold', name: GOLD.name, why: { of: 'notTheBest' } }])
})

test('what gives way on one line and is outdone on another was not the best', () => {
  const onTea = coupon('tea5', { kind: 'cashOff', amountFen: 500 }, { goods: tea })
  const quote = quoteOf({
    lines: [line('oolong', 100, inTea), line('cup', 100)],
    buyer: { coupons: [onTea] },
    rules: {
      discounts: [
        discount('better', 9_000, { goods: { of: 'products', products: ['cup'] } }),
        discount('codeless', 9_500, { stacking: { withAutomatic: false, withCodes: false } }),
      ],
    },
    choices: { coupons: ['tea5'] },
  })
  expect(quote.notUsed.map(({ id, why }) => [id, why.of])).toEqual([['codeless', 'notTheBest']])
})
