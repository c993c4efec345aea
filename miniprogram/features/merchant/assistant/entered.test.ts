import { inputOf, lacksAverageOrder, nothingEntered, withCost, type Facts } from './entered'

const facts: Facts = {
  asOf: 0,
  sampleBp: 10_000,
  thisYear: { from: '2025-07-01', to: '2026-06-30' },
  lastYear: { from: '2024-07-01', to: '2025-06-30' },
  buyers: 200,
  orders: 500,
  averageOrderFen: 12_000,
  repurchaseRateBp: 3_000,
  suggestedLevels: 5,
  isWeak: false,
  reason: { zh: '依据', en: 'Reason' },
  upliftsBp: { low: 500, middle: 1_000, high: 2_000 },
  unavailable: null,
}
const nothing = nothingEntered(facts)
const none = { ...facts, buyers: 0, orders: 0, averageOrderFen: null, repurchaseRateBp: null }
const whole = { source: 'A report', averageOrderFen: null, repurchaseRateBp: 2_500, marginBp: null }

test('with nothing entered all is the store’s, and nothing is compared', () => {
  expect(inputOf(facts, nothing)).toEqual({ ...nothing, benefitCostFen: [], benchmark: null })
})

test('a store that tells no average order, or one too small, waits for it', () => {
  for (const found of [none, { ...facts, averageOrderFen: 99 }]) {
    expect(lacksAverageOrder(found, nothing)).toBe(true)
    expect(inputOf(found, nothing)).toBeNull()
    expect(inputOf(found, { ...nothing, averageOrderFen: 10_000 })).toMatchObject({ averageOrderFen: 10_000 })
  }
})

test.each([
  ['a number', { levels: NaN }],
  ['the average order', { averageOrderFen: NaN }],
  ['the margin', { marginBp: NaN }],
  ['a cost', { benefitCostFen: [null, NaN] }],
  ['an uplift', { upliftsBp: { low: 500, middle: NaN, high: 2_000 } }],
  ['uplifts that fall', { upliftsBp: { low: 500, middle: 400, high: 2_000 } }],
  ['a figure of the industry', { benchmark: { ...whole, marginBp: NaN } }],
  ['a source without figures', { benchmark: { ...whole, repurchaseRateBp: null } }],
  ['figures without a source', { benchmark: { ...whole, source: ' ' } }],
])('while %s is not right nothing is asked', (_, patch) => {
  expect(inputOf(facts, { ...nothing, ...patch })).toBeNull()
})

test('what is entered goes along', () => {
  const entered = { ...nothing, levels: 3, marginBp: 0, benefitCostFen: [null, 500], benchmark: whole }
  expect(inputOf(facts, entered)).toEqual(entered)
})

test('a cost is put in its place, those before it stay empty', () => {
  expect(withCost([], 2, 500)).toEqual([null, null, 500])
  expect(withCost([1, 2, 3], 1, null)).toEqual([1, null, 3])
})
