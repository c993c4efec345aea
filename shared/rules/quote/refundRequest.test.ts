import { requested, type OrderPart } from './refundRequest'

const left: OrderPart = {
  lines: [
    { quantity: 3, amountFen: 100 },
    { quantity: 1, amountFen: 300 },
    { quantity: 2, amountFen: 0 },
  ],
  freightFen: 10,
}
const lines = (...wanted: ({ line: number; quantity: number } | { line: number; amountFen: number })[]) =>
  requested({ of: 'lines', lines: wanted, freightFen: 0 }, left)

test('the rest is all that is left', () => {
  expect(requested({ of: 'rest' }, left)).toEqual({ ok: true, value: left })
})

test('goods take their share of what is left of their line, the last of them all of it', () => {
  expect(lines({ line: 0, quantity: 1 }, { line: 1, quantity: 1 })).toEqual({
    ok: true,
    value: {
      lines: [
        { quantity: 1, amountFen: 33 },
        { quantity: 1, amountFen: 300 },
        { quantity: 0, amountFen: 0 },
      ],
      freightFen: 0,
    },
  })
})

test('an amount of the whole is shared by what is left; all of it takes the goods too', () => {
  const amount = (amountFen: number) => requested({ of: 'amount', amountFen, freightFen: 5 }, left)
  expect(amount(101)).toEqual({
    ok: true,
    value: {
      lines: [
        { quantity: 0, amountFen: 25 },
        { quantity: 0, amountFen: 76 },
        { quantity: 0, amountFen: 0 },
      ],
      freightFen: 5,
    },
  })
  expect(amount(400)).toEqual({ ok: true, value: { lines: left.lines, freightFen: 5 } })
})

test.each([
  ['more goods than are left', { line: 0, quantity: 4 }, { leftQuantity: 3, leftFen: 100 }],
  ['more money than is left', { line: 1, amountFen: 301 }, { leftQuantity: 1, leftFen: 300 }],
])('%s of a line is refused', (_what, wanted, data) => {
  expect(lines(wanted)).toEqual({
    ok: false,
    error: { code: 'REFUND_LINE_TOO_MUCH', line: wanted.line, ...data },
  })
})

test('more than is left of the goods or of the freight is refused', () => {
  const error = { code: 'REFUND_TOO_MUCH', leftFen: 400, leftFreightFen: 10 }
  expect(requested({ of: 'amount', amountFen: 401, freightFen: 0 }, left)).toEqual({ ok: false, error })
  expect(requested({ of: 'amount', amountFen: 1, freightFen: 11 }, left)).toEqual({ ok: false, error })
  expect(requested({ of: 'lines', lines: [], freightFen: 11 }, left)).toEqual({ ok: false, error })
})

test('a line that is not there, or stands twice, is refused', () => {
  expect(lines({ line: 3, quantity: 1 })).toEqual({
    ok: false,
    error: { code: 'REFUND_LINE_UNKNOWN', line: 3 },
  })
  expect(lines({ line: 0, quantity: 1 }, { line: 0, amountFen: 1 })).toEqual({
    ok: false,
    error: { code: 'REFUND_LINE_TWICE', line: 0 },
  })
})

test('less than nothing, and parts of a fen, are no refund', () => {
  expect(() => lines({ line: 0, amountFen: -1 })).toThrow(RangeError)
  expect(() => lines({ line: 0, quantity: 0.5 })).toThrow(RangeError)
  expect(() => requested({ of: 'amount', amountFen: 1, freightFen: -1 }, left)).toThrow(RangeError)
  expect(() => requested({ of: 'amount', amountFen: -1, freightFen: 0 }, left)).toThrow(RangeError)
})
