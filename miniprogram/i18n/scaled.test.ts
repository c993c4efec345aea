import fc from 'fast-check'
import { formatScaled, formatTimes, parseScaled } from './scaled'

test.each([
  ['1.5', 4, 15_000],
  ['2', 4, 20_000],
  ['2.', 4, 20_000],
  ['0.01', 2, 1],
  ['１', 0, NaN],
  ['', 0, NaN],
  ['-1', 0, NaN],
  ['1e3', 0, NaN],
  ['1.5', 0, NaN],
  ['1.005', 2, NaN],
  ['007', 0, 7],
])('"%s" with %d digits is %d', (text, digits, value) => {
  expect(parseScaled(text, digits)).toBe(value)
})

test('a rate is written without zeros that say nothing', () => {
  expect([15_000, 20_000, 10_001, 1_000_000].map(formatTimes)).toEqual(['1.5', '2', '1.0001', '100'])
})

test('what is written is read as the same number', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom(0, 2, 4), (value, digits) => {
      expect(parseScaled(formatScaled(value, digits), digits)).toBe(value)
    }),
  )
})
