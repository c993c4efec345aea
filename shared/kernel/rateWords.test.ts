import { discountWords } from './rateWords'

test.each([
  [9_500, '9.5 折', '5% off'],
  [8_000, '8 折', '20% off'],
  [8_850, '8.85 折', '11.5% off'],
  [9_999, '9.999 折', '0.01% off'],
  [500, '0.5 折', '95% off'],
])('%i basis points of the price are %s, %s', (rateBp, zh, en) => {
  expect(discountWords(rateBp)).toEqual({ zh, en })
})
