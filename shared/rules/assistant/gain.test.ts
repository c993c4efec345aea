import fc from 'fast-check'
import { gainOf, type GainPart } from './gain'
import type { Facts } from './inputs'
import { nearOf } from './near'

const UPLIFTS = { low: 500, middle: 1_000, high: 2_000 }

const facts = (averageOrderFen: number, marginBp: number | null): Facts => ({
  averageOrderFen: { value: averageOrderFen, from: 'store' },
  repurchaseRateBp: { value: 3_000, from: 'store' },
  levels: { value: 1, from: 'merchant' },
  marginBp: marginBp === null ? null : { value: marginBp, from: 'merchant' },
})

function told(parts: readonly GainPart[], of: Facts, uplifts = UPLIFTS) {
  const gain = gainOf(parts, of, uplifts)
  if (gain.kind !== 'told') throw new Error('no margin')
  return gain
}

test('400 near an order of 100 yuan at 40 % margin, 100 holders whose benefits cost 5 yuan', () => {
  const { near, breakEven, cases } = told([{ near: 400, held: 100, costFen: 500 }], facts(10_000, 4_000))
  expect(near).toBe(400)
  // 500 yuan for the holders, over 400 × (40 − 5) yuan: 3.5714 %, rounded up.
  expect(breakEven).toMatchObject({ kind: 'found', upliftBp: 358 })
  expect(
    cases.map(({ name, basis, upliftBp, marginFen, affordableFen, costFen, gainFen }) => [
      name,
      basis,
      upliftBp,
      marginFen,
      affordableFen,
      costFen,
      gainFen,
    ]),
  ).toEqual([
    // 20 climb: 800 yuan of margin; benefits of 120 members 600; 800 / 120 = 6.66 yuan could be borne.
    ['low', 'assumption', 500, 80_000, 666, 60_000, 20_000],
    ['middle', 'assumption', 1_000, 160_000, 1_142, 70_000, 90_000],
    ['high', 'assumption', 2_000, 320_000, 1_777, 90_000, 230_000],
  ])
  expect(cases.every(({ reason }) => /^假设/.test(reason.zh) && /^An assumption/.test(reason.en))).toBe(true)
})

test('with nobody near there is no break-even, and the reason says so', () => {
  const { breakEven, cases } = told([{ near: 0, held: 100, costFen: 500 }], facts(10_000, 4_000))
  expect(breakEven).toMatchObject({ kind: 'nobodyNear', upliftBp: null })
  expect(breakEven.reason.en).toContain('Nobody is within one average order')
  expect(cases.map(({ gainFen }) => gainFen)).toEqual([-50_000, -50_000, -50_000])
})

test('benefits that cost more than the order brings never pay', () => {
  const part = { near: 400, held: 100, costFen: 4_001 }
  expect(told([part], facts(10_000, 4_000)).breakEven).toMatchObject({
    kind: 'orderPaysLess',
    upliftBp: null,
  })
  expect(told([{ ...part, costFen: 4_000 }], facts(10_000, 4_000)).breakEven.kind).toBe('orderPaysLess')
  // 3,999 × 100 over 400 × 1: each of them would have to place a thousand more orders.
  expect(told([{ ...part, costFen: 3_999 }], facts(10_000, 4_000)).breakEven.upliftBp).toBe(9_997_500)
})

test('what costs nothing needs nothing', () => {
  const { breakEven } = told([{ near: 1, held: 100, costFen: 0 }], facts(10_000, 4_000))
  expect(breakEven).toMatchObject({ kind: 'found', upliftBp: 0 })
})

test('without costs it tells what may be spent, without a margin nothing', () => {
  const part = { near: 400, held: 100, costFen: null }
  const { breakEven, cases } = told([part], facts(10_000, 4_000))
  expect(breakEven).toMatchObject({ kind: 'costUnknown', upliftBp: null })
  expect(cases[1]).toMatchObject({ marginFen: 160_000, affordableFen: 1_142, costFen: null, gainFen: null })
  expect(gainOf([part], facts(10_000, null), UPLIFTS)).toMatchObject({ kind: 'marginUnknown' })
})

const part = fc.record({ near: fc.nat(5_000), held: fc.nat(5_000), costFen: fc.nat(20_000) })
const parts = fc.array(part, { minLength: 1, maxLength: 5 })
const order = fc.record({
  fen: fc.integer({ min: 100, max: 1_000_000 }),
  marginBp: fc.integer({ min: 1, max: 10_000 }),
})

test('the break-even uplift is the least that loses nothing', () => {
  fc.assert(
    fc.property(parts, order, (levels, { fen, marginBp }) => {
      const of = facts(fen, marginBp)
      const { breakEven } = told(levels, of)
      const { upliftBp } = breakEven
      const exactly = (uplift: number) =>
        levels.reduce((sum, { near, held, costFen }) => {
          const climbing = BigInt(near) * BigInt(uplift)
          const margin = BigInt(marginBp) * BigInt(fen) * climbing
          return sum + margin - BigInt(costFen) * (BigInt(held) * 10_000n + climbing) * 10_000n
        }, 0n)
      if (upliftBp === null) {
        const near = levels.reduce((sum, level) => sum + level.near, 0)
        expect(near === 0 || exactly(1_000_000_000) < 0n).toBe(true)
        return
      }
      expect(exactly(upliftBp)).toBeGreaterThanOrEqual(0n)
      if (upliftBp > 0) expect(exactly(upliftBp - 1)).toBeLessThan(0n)
      if (upliftBp > 10_000) return
      expect(told(levels, of, { ...UPLIFTS, low: upliftBp }).cases[0]?.gainFen).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a case pays with benefits at the amount it can bear, and not with a fen more', () => {
  const uplift = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(part, order, uplift, (level, { fen, marginBp }, upliftBp) => {
      fc.pre(level.near > 0)
      const of = facts(fen, marginBp)
      const gainAt = (costFen: number | null) =>
        told([{ ...level, costFen }], of, { ...UPLIFTS, low: upliftBp }).cases[0]
      const affordable = gainAt(null)?.affordableFen ?? -1
      expect(gainAt(affordable)?.gainFen).toBeGreaterThanOrEqual(0)
      expect(gainAt(affordable + 1)?.gainFen).toBeLessThanOrEqual(0)
    }),
  )
})

test('near are those within one average order of the threshold that they have next', () => {
  const ascending = [4_999, 5_000, 9_999, 10_000, 11_999, 12_000, 14_999, 15_000]
  // Who has reached 100 yuan is near 150 alone, and nobody under 100 is, though an order of 80 would take some there.
  expect(nearOf(ascending, [10_000, 15_000], 3_000)).toEqual([1, 2])
  expect(nearOf(ascending, [10_000, 15_000], 5_000)).toEqual([2, 4])
  expect(nearOf(ascending, [10_000, 15_000], 8_000)).toEqual([3, 4])
})
