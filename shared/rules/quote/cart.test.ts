import { line, quoteOf } from './exampleOrder'

test.each([
  ['half a fen', line('cup', 0.005)],
  ['less than nothing', line('cup', -1)],
  ['no goods', line('cup', 1, { quantity: 0 })],
  ['half a piece', line('cup', 1, { quantity: 1.5 })],
  ['a member price below nothing', line('cup', 1, { unitMemberFen: -1 })],
  ['more than can be counted', line('cup', 10_000_000_000_000, { quantity: 100 })],
])('%s is no cart', (_what, each) => {
  expect(() => quoteOf({ lines: [each] })).toThrow(RangeError)
})

test('freight below nothing is no freight', () => {
  expect(() => quoteOf({ lines: [line('cup', 1)], freightFen: -1 })).toThrow(RangeError)
})
