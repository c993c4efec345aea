import { amountFenOf } from './amountFenOf'

test('yuan as people type them, from the least to the most', () => {
  expect(amountFenOf('100', 100, 10_000)).toBe(10_000)
  expect(amountFenOf('12.34', 100, 10_000)).toBe(1_234)
  for (const wrong of ['', '0.99', '100.01', '12.345', '-5', 'abc'])
    expect(amountFenOf(wrong, 100, 10_000)).toBeUndefined()
})
