import { median, quantile, rounded } from './quantile'

test('a quantile is a value that came', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(quantile(hundred, 0.5)).toBe(50)
  expect(quantile(hundred, 0.99)).toBe(99)
  expect(quantile(hundred, 1)).toBe(100)
  expect(quantile([7], 0.5)).toBe(7)
  expect(quantile([3, 1], 0)).toBe(1)
  expect(() => quantile([], 0.5)).toThrow(RangeError)
})

test('the median of an even number lies in the middle', () => {
  expect(median([4, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('figures are printed with the digits that mean something', () => {
  expect(rounded(0.8349, 2)).toBe(0.83)
  expect(rounded(12, 1)).toBe(12)
})
