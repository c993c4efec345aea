import fc from 'fast-check'
import { applyLots, byExpiry, firstToLapse, totalOf, type Lot } from './lots'
import { validUntil } from './validity'

const anyDay = fc.integer({ min: 1, max: 28 }).map((d) => `2027-01-${String(d).padStart(2, '0')}`)
const anyLot: fc.Arbitrary<Lot> = fc.record({
  validUntil: fc.option(anyDay),
  points: fc.integer({ min: 1, max: 10_000 }),
})

test('lots of one day are one lot, the earliest first and what never lapses last', () => {
  const lots = applyLots(
    [],
    [
      { validUntil: null, points: 3 },
      { validUntil: '2027-12-31', points: 5 },
      { validUntil: '2026-12-31', points: 2 },
      { validUntil: '2027-12-31', points: 4 },
    ],
  )
  expect(lots).toEqual([
    { validUntil: '2026-12-31', points: 2 },
    { validUntil: '2027-12-31', points: 9 },
    { validUntil: null, points: 3 },
  ])
})

test('whatever goes in, lots stay merged, in order and add up', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyLot)), (rounds) => {
      const lots = rounds.reduce((held, changes) => applyLots(held, changes), [] as readonly Lot[])
      expect(totalOf(lots)).toBe(totalOf(rounds.flat()))
      expect([...lots].sort(byExpiry)).toEqual(lots)
      expect(new Set(lots.map((lot) => lot.validUntil)).size).toBe(lots.length)
    }),
  )
})

test('a lot that is used up goes, and none goes below zero', () => {
  const held: Lot[] = [{ validUntil: '2027-12-31', points: 5 }]
  expect(applyLots(held, [{ validUntil: '2027-12-31', points: -5 }])).toEqual([])
  expect(() => applyLots(held, [{ validUntil: '2027-12-31', points: -6 }])).toThrow(/would hold -1/)
})

test('the lot that lapses first is the earliest; one that never lapses is none', () => {
  const forEver: Lot = { validUntil: null, points: 1 }
  expect(firstToLapse([{ validUntil: '2026-12-31', points: 5 }, forEver])?.validUntil).toBe('2026-12-31')
  expect(firstToLapse([forEver])).toBeNull()
})

test.each([
  [{ kind: 'never' }, '2026-08-31', null],
  [{ kind: 'days', validDays: 30 }, '2026-08-31', '2026-09-30'],
  [{ kind: 'months', validMonths: 6, toMonthEnd: false }, '2026-08-31', '2027-02-28'],
  [{ kind: 'months', validMonths: 6, toMonthEnd: true }, '2026-08-10', '2027-02-28'],
  [{ kind: 'endOfNextYear' }, '2026-01-01', '2027-12-31'],
] as const)('validity %j of points earned on %s ends %s', (policy, earned, last) => {
  expect(validUntil(policy, earned)).toBe(last)
})
