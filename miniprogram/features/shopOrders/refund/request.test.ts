import { askedFen, noneOf, requestOf } from './request'

const left = {
  lines: [
    { quantity: 3, amountFen: 10_000 },
    { quantity: 0, amountFen: 0 },
    { quantity: 1, amountFen: 250 },
  ],
  freightFen: 800,
}

test('nothing is chosen to begin with, and nothing is no request', () => {
  expect(noneOf(left)).toEqual([0, 0, 0])
  expect(requestOf(false, noneOf(left))).toBeNull()
  expect(askedFen(left, false, noneOf(left))).toBe(0)
})

test('goods are asked for by their line, without freight', () => {
  expect(requestOf(false, [2, 0, 1])).toEqual({
    of: 'lines',
    lines: [
      { line: 0, quantity: 2 },
      { line: 2, quantity: 1 },
    ],
    freightFen: 0,
  })
})

test('goods come to their share, the last of a line to all that is left of it', () => {
  expect(askedFen(left, false, [2, 0, 1])).toBe(6_666 + 250)
  expect(askedFen(left, false, [3, 0, 0])).toBe(10_000)
})

test('everything is all that is left, freight too', () => {
  expect(requestOf(true, [0, 0, 0])).toEqual({ of: 'rest' })
  expect(askedFen(left, true, [0, 0, 0])).toBe(11_050)
})
