import fc from 'fast-check'
import { friendlyBetween, friendlyDown, friendlyNearest, friendlyUp } from './friendly'

const DECADE = [
  ...[10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  ...[20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48],
  ...[50, 55, 60, 65, 70, 75, 80, 85, 90, 95],
]
const LADDER = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9],
  ...[1, 10, 100, 1_000, 10_000, 100_000].flatMap((scale) => DECADE.map((digits) => digits * scale)),
]
const TOP = 9_500_000
const amounts = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: TOP }))

test('one decade of the ladder', () => {
  expect(friendlyBetween(1_000, 9_999)).toEqual(DECADE.map((digits) => digits * 100))
})

test.each([
  [7_178, 7_000],
  [14_356, 14_000],
  [14_500, 14_000],
  [14_501, 15_000],
  [9_800, 10_000],
  [21_000, 20_000],
  [7, 7],
])('%d fen are nearest to %d', (fen, friendly) => {
  expect(friendlyNearest(fen)).toBe(friendly)
})

test('every rounding is what the ladder, looked through, says', () => {
  fc.assert(
    fc.property(amounts, (fen) => {
      const down = Math.max(...LADDER.filter((step) => step <= fen))
      const up = Math.min(...LADDER.filter((step) => step >= fen))
      expect([friendlyDown(fen), friendlyUp(fen)]).toEqual([down, up])
      expect(friendlyNearest(fen)).toBe(up - fen < fen - down ? up : down)
    }),
  )
})

test('whatever lies between two amounts is found', () => {
  fc.assert(
    fc.property(amounts, amounts, (from, to) => {
      expect(friendlyBetween(from, to)).toEqual(LADDER.filter((step) => step >= from && step <= to))
    }),
  )
})

test('from 10 on no friendly amount is more than a tenth above the one before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 1_000_000_000_000 }), (fen) => {
      const step = friendlyDown(fen)
      expect(friendlyUp(step + 1) * 10).toBeLessThanOrEqual(step * 11)
    }),
  )
})
