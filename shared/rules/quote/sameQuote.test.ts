import { WORKED_EXAMPLE, YUAN, discount, line, quoteOf } from './exampleOrder'
import { sameQuote, seenOf, type SeenQuote } from './sameQuote'

const shown = seenOf(quoteOf(WORKED_EXAMPLE))

function changes(now: SeenQuote, before: SeenQuote = shown) {
  const answer = sameQuote(before, now)
  return answer.ok ? [] : answer.error.changes
}

test('the same quote again is the same, and so is what came back as JSON', () => {
  expect(sameQuote(shown, seenOf(quoteOf(WORKED_EXAMPLE)))).toEqual({ ok: true, value: null })
  expect(sameQuote(JSON.parse(JSON.stringify(shown)) as SeenQuote, shown)).toEqual({ ok: true, value: null })
})

test('what does not move money does not matter: a name, another day', () => {
  const lines = [line('teapot', 400, { name: { zh: '茶壶', en: 'Teapot' } })]
  expect(changes(seenOf(quoteOf({ ...WORKED_EXAMPLE, lines, day: '2026-06-19' })))).toEqual([])
})

test('a benefit that is gone is named by what it took off, with all that follows from it', () => {
  const buyer = { ...WORKED_EXAMPLE.buyer, benefits: [] }
  expect(changes(seenOf(quoteOf({ ...WORKED_EXAMPLE, buyer })))).toEqual([
    { what: 'priceOff', shownFen: 20 * YUAN, nowFen: 0 },
    { what: 'wechat', shownFen: 210 * YUAN, nowFen: 230 * YUAN },
  ])
})

test('a wallet that was spent meanwhile differs by channel', () => {
  const balance = { principalFen: 50 * YUAN, bonusFen: 10 * YUAN }
  const now = quoteOf({ ...WORKED_EXAMPLE, buyer: { ...WORKED_EXAMPLE.buyer, balance } })
  expect(changes(seenOf(now))).toEqual([
    { what: 'bonus', shownFen: 2_000, nowFen: 1_000 },
    { what: 'principal', shownFen: 10_000, nowFen: 5_000 },
    { what: 'wechat', shownFen: 21_000, nowFen: 27_000 },
  ])
})

test('other goods, another option or another number of them is another quote', () => {
  const other = (...lines: ReturnType<typeof line>[]) =>
    changes(seenOf(quoteOf({ ...WORKED_EXAMPLE, lines })))
  expect(other(line('cup', 400))).toEqual([{ what: 'goods' }])
  expect(other(line('teapot', 400, { options: [{ zh: '蓝', en: 'blue' }] }))).toEqual([{ what: 'goods' }])
  expect(other(line('teapot', 200, { quantity: 2 }))).toEqual([{ what: 'goods' }])
})

test('points that are worth another amount differ in both', () => {
  const toCash = { pointsPerYuan: 200, step: 100, minimum: 100, allowsZero: false } as const
  const rules = { toCash: { ...toCash, cap: { kind: 'amount', fen: 100_000 } as const } }
  const choices = { ...WORKED_EXAMPLE.choices, points: 2_000 }
  expect(changes(seenOf(quoteOf({ ...WORKED_EXAMPLE, rules, choices })))).toEqual([
    { what: 'pointsOff', shownFen: 3_000, nowFen: 1_000 },
    { what: 'wechat', shownFen: 21_000, nowFen: 23_000 },
    { what: 'points', shown: 3_000, now: 2_000 },
  ])
})

test('equal sums that lie otherwise on the lines differ: a refund would give something else', () => {
  const lines = [line('cup', 100), line('pot', 100)]
  const on = (product: string) => discount(product, 9_000, { goods: { of: 'products', products: [product] } })
  const quoteWith = (product: string) => seenOf(quoteOf({ lines, rules: { discounts: [on(product)] } }))
  expect(changes(quoteWith('cup'), quoteWith('pot'))).toEqual([{ what: 'shares' }])
})

test('freight and what takes it off are told apart', () => {
  expect(changes(seenOf(quoteOf({ ...WORKED_EXAMPLE, freightFen: 12 * YUAN })))).toEqual([
    { what: 'freight', shownFen: 1_000, nowFen: 1_200 },
    { what: 'freightOff', shownFen: 1_000, nowFen: 1_200 },
  ])
})

/** Every copy of a value in which one number is another. */
function withOneOther(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1]
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return list.flatMap((each, i) => withOneOther(each).map((other) => list.with(i, other)))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    withOneOther(each).map((other) => ({ ...value, [key]: other })),
  )
}

test('one fen, one point or one piece more, wherever it is, is another quote', () => {
  const others = withOneOther(shown) as SeenQuote[]
  expect(others).toHaveLength(14)
  expect(others.filter((other) => sameQuote(shown, other).ok)).toEqual([])
})
