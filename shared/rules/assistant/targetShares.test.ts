import { targetSharesBp } from './targetShares'

test.each([
  [1, [3_500]],
  [2, [3_500, 200]],
  // √(35 % · 2 %) = 8.3666 %
  [3, [3_500, 837, 200]],
  [5, [3_500, 1_711, 837, 409, 200]],
])('%d levels are meant for %j bp of the buyers', (levels, shares) => {
  expect(targetSharesBp(levels)).toEqual(shares)
})

test('the shares are the formula, rounded to the basis point', () => {
  for (let levels = 2; levels <= 10; levels += 1) {
    const formula = Array.from({ length: levels }, (_, i) => 3_500 * (200 / 3_500) ** (i / (levels - 1)))
    expect(targetSharesBp(levels)).toEqual(formula.map(Math.round))
  }
})
