import fc from 'fast-check'
import { countAtLeast } from './countAtLeast'
import { quantile } from './quantile'
import { winsorise } from './winsorise'

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const sorted = fc
  .array(fc.nat(1_000), { minLength: 1, maxLength: 300 })
  .map((values) => values.sort((a, b) => a - b))

test.each([
  [4, 0, 1],
  [4, 2_500, 1],
  [4, 2_501, 2],
  [4, 5_000, 2],
  [4, 10_000, 4],
  [200, 6_500, 130],
  // 91.63 % of 200 is 183.26: the 184th.
  [200, 9_163, 184],
  [200, 9_950, 199],
  [199, 9_950, 199],
])('of 1 to %d the quantile at %d bp is %d', (n, shareBp, value) => {
  expect(quantile(oneTo(n), shareBp)).toBe(value)
})

test('a quantile is the least value that the share does not exceed', () => {
  fc.assert(
    fc.property(sorted, fc.integer({ min: 1, max: 10_000 }), (values, shareBp) => {
      const notAbove = (limit: number) => values.filter((value) => value <= limit).length * 10_000
      const enough = [...new Set(values)].filter((value) => notAbove(value) >= shareBp * values.length)
      expect(quantile(values, shareBp)).toBe(Math.min(...enough))
    }),
  )
})

test('nothing has no quantile', () => {
  expect(() => quantile([], 5_000)).toThrow(RangeError)
})

test('winsorising brings the top half percent down to the value below it', () => {
  const { ascending, cap, capped } = winsorise([...oneTo(199), 1_000_000], 9_950)
  expect({ cap, capped, last: ascending.slice(-2) }).toEqual({ cap: 199, capped: 1, last: [199, 199] })
})

test('counting by halves is counting one by one', () => {
  fc.assert(
    fc.property(sorted, fc.nat(1_001), (values, limit) => {
      expect(countAtLeast(values, limit)).toBe(values.filter((value) => value >= limit).length)
    }),
  )
})
