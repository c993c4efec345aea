import fc from 'fast-check'
import { allocate } from './allocate'
import { parseYuan, shareOf, yuanText } from './fen'

describe('parseYuan', () => {
  test.each([
    ['0', 0],
    ['0.00', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    [' 35.89 ', 3589],
    ['2500315.63', 250031563],
  ])('reads %s exactly', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen })
  })

  test.each([
    ['', 'notMoney'],
    ['1e3', 'notMoney'],
    ['1,280.00', 'notMoney'],
    ['1.234', 'notMoney'],
    ['.5', 'notMoney'],
    ['NaN', 'notMoney'],
    ['-0.01', 'negative'],
    ['9999999999999999', 'tooLarge'],
  ])('refuses %j as %s', (text, error) => {
    expect(parseYuan(text)).toEqual({ ok: false, error })
  })

  test('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (fen) => {
        expect(parseYuan(yuanText(fen))).toEqual({ ok: true, value: fen })
      }),
    )
  })
})

describe('shareOf', () => {
  test.each([
    [40_000, 9_500, 38_000],
    [1, 5_000, 1],
    [1, 4_999, 0],
    [333, 1_000, 33],
    [335, 1_000, 34],
  ])('of %d at %d bp is %d, half up', (amount, rate, share) => {
    expect(shareOf(amount, rate)).toBe(share)
  })

  test('refuses what no longer counts exactly', () => {
    expect(() => shareOf(Number.MAX_SAFE_INTEGER, 2)).toThrow(RangeError)
  })
})

describe('allocate', () => {
  test('gives equal remainders to the earlier part', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(2, [1, 1, 1, 1])).toEqual([1, 1, 0, 0])
  })

  test('puts all on the first where nothing weighs', () => {
    expect(allocate(7, [0, 0])).toEqual([7, 0])
  })

  test('always adds up, and no part is more than one off its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (total, parts) => {
        const shared = allocate(total, parts)
        const sum = parts.reduce((a, b) => a + b, 0)
        expect(shared.reduce((a, b) => a + b, 0)).toBe(total)
        if (sum > 0) {
          shared.forEach((share, i) =>
            expect(Math.abs(share - (total * (parts[i] ?? 0)) / sum)).toBeLessThan(1.001),
          )
        }
      }),
    )
  })
})
