import { NEW_LEVELS } from './newLevels'
import { suggestLevels } from './suggestLevels'
import { whyUnavailable } from './unavailable'

const figures = { buyers: 0, orders: 0, averageOrderFen: 10_000, repurchaseRateBp: 3_000 }
/** Few spend much, many little: the first 30 yuan times the number of buyers, the second half of that, and so on. */
const steeply = (buyers: number) =>
  Array.from({ length: buyers }, (_, i) => Math.floor((3_000 * buyers) / (i + 1)))

test('as many levels as the store has, where its buyers bear them', () => {
  expect(suggestLevels(steeply(4_000), figures, 3)).toBe(3)
})

test('fewer where the top would be held by too few', () => {
  expect(suggestLevels(steeply(400), figures, 5)).toBeLessThan(5)
})

test('buyers too few to tell, or no average order, leave the number as it is', () => {
  expect(suggestLevels(steeply(50), figures, 4)).toBe(4)
  expect(suggestLevels([], { ...figures, averageOrderFen: null }, 4)).toBe(4)
  expect(suggestLevels(Array<number>(200).fill(90), { ...figures, averageOrderFen: 90 }, 4)).toBe(4)
})

test('one level at least, ten at most', () => {
  expect(suggestLevels([], figures, 0)).toBe(1)
  expect(suggestLevels([], figures, 11)).toBe(10)
})

test('one level that is sold is enough to have nothing to propose', () => {
  const free = { kind: 'basic' } as const
  expect(whyUnavailable([free])).toBeNull()
  expect(whyUnavailable([free, { kind: 'dual' }])).not.toBeNull()
  expect(whyUnavailable([free, { kind: 'paid' }])).not.toBeNull()
})

test('there are levels enough to take, each its own', () => {
  const ids = new Set(NEW_LEVELS.map(({ id }) => id))
  expect(ids.size).toBe(NEW_LEVELS.length)
  expect(NEW_LEVELS.slice(0, 2).map(({ id }) => id)).toEqual(['bronze', 'silver'])
  expect(NEW_LEVELS.length).toBeGreaterThan(20)
})
