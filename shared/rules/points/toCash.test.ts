import fc from 'fast-check'
import { DEFAULT_POINTS } from './settings'
import { cashOf, mostPoints, pointsToCash, type ToCash } from './toCash'

const rule: ToCash = DEFAULT_POINTS.toCash

test('100 points are one yuan, and 3,000 take 30 yuan off 360', () => {
  expect(cashOf(100, rule)).toBe(100)
  expect(pointsToCash(3_000, 36_000, rule)).toEqual({ ok: true, value: 3_000 })
})

test('no points take nothing off, whatever the minimum', () => {
  expect(pointsToCash(0, 100, { ...rule, minimum: 500 })).toEqual({ ok: true, value: 0 })
})

test.each([
  ['a step', 150, { code: 'POINTS_STEP', step: 100 }],
  ['the minimum', 400, { code: 'POINTS_MINIMUM', minimum: 500 }],
  ['the cap, half of what is payable', 5_100, { code: 'POINTS_CAP', most: 5_000 }],
])('refuses what breaks %s', (_what, points, error) => {
  expect(pointsToCash(points, 10_000, { ...rule, minimum: 500 })).toEqual({ ok: false, error })
})

test('a cap may be an amount', () => {
  expect(mostPoints(100_000, { ...rule, cap: { kind: 'amount', fen: 2_550 } })).toBe(2_500)
})

test('one fen stays to be paid unless the shop allows nothing to be', () => {
  const all: ToCash = { ...rule, cap: { kind: 'shareOfPayable', shareBp: 10_000 } }
  expect(mostPoints(10_000, all)).toBe(9_900)
  expect(mostPoints(10_000, { ...all, allowsZero: true })).toBe(10_000)
})

test('what is allowed is whole steps, never more than the cap, and the most that is', () => {
  const anyRule = fc.record({
    pointsPerYuan: fc.integer({ min: 1, max: 1_000 }),
    step: fc.integer({ min: 1, max: 500 }),
    minimum: fc.integer({ min: 0, max: 1_000 }),
    cap: fc.oneof(
      fc.record({
        kind: fc.constant('shareOfPayable' as const),
        shareBp: fc.integer({ min: 0, max: 10_000 }),
      }),
      fc.record({ kind: fc.constant('amount' as const), fen: fc.nat(100_000) }),
    ),
    allowsZero: fc.boolean(),
  })
  fc.assert(
    fc.property(anyRule, fc.nat(1_000_000), (toCash, payableFen) => {
      const most = mostPoints(payableFen, toCash)
      const capFen =
        toCash.cap.kind === 'amount' ? toCash.cap.fen : Math.floor((payableFen * toCash.cap.shareBp) / 10_000)
      expect(most % toCash.step).toBe(0)
      expect(cashOf(most, toCash)).toBeLessThanOrEqual(Math.max(0, Math.min(capFen, payableFen)))
      if (!toCash.allowsZero && payableFen > 0) expect(cashOf(most, toCash)).toBeLessThan(payableFen)
      expect(pointsToCash(most, payableFen, toCash).ok).toBe(true)
      expect(pointsToCash(most + toCash.step, payableFen, toCash).ok).toBe(false)
    }),
  )
})
