import { addDays } from '@shared/kernel/day'
import fc from 'fast-check'
import { countsFrom, gain, lapse, nextLapse, type GrowthBucket, type GrowthMode } from './window'

const FIRST = '2026-01-01'
const rolling: GrowthMode = { kind: 'rolling', windowDays: 365 }
const yearly: GrowthMode = { kind: 'reset', everyMonths: 12, from: '2026-01-31' }

test.each([
  [{ kind: 'allTime' }, '2026-06-01', null],
  [{ kind: 'rolling', windowDays: 1 }, '2026-06-01', '2026-06-01'],
  [{ kind: 'rolling', windowDays: 30 }, '2026-06-30', '2026-06-01'],
  [yearly, '2026-01-30', null],
  [yearly, '2026-01-31', '2026-01-31'],
  [yearly, '2027-01-30', '2026-01-31'],
  [yearly, '2027-01-31', '2027-01-31'],
  [{ kind: 'reset', everyMonths: 1, from: '2026-01-31' }, '2026-03-30', '2026-02-28'],
  [{ kind: 'reset', everyMonths: 1, from: '2026-01-31' }, '2026-03-31', '2026-03-31'],
] as const)('%j counts on %s from %s', (mode, today, from) => {
  expect(countsFrom(mode, today)).toBe(from)
})

test('growth of a day stops counting when the window has passed it, and on no other day', () => {
  const buckets = gain([], FIRST, 100)
  const day = nextLapse(rolling, FIRST, FIRST) ?? ''
  expect(day).toBe('2027-01-01')
  expect(lapse(buckets, rolling, addDays(day, -1))).toEqual({ counting: buckets, lapsed: 0 })
  expect(lapse(buckets, rolling, day)).toEqual({ counting: [], lapsed: 100 })
})

test('a reset takes all that was gained before it', () => {
  const buckets = gain(gain([], '2026-12-31', 50), '2027-01-31', 7)
  expect(nextLapse(yearly, '2026-12-31', '2026-12-31')).toBe('2027-01-31')
  expect(lapse(buckets, yearly, '2027-01-31')).toEqual({
    counting: [{ day: '2027-01-31', growth: 7 }],
    lapsed: 50,
  })
})

test('lapsing day by day loses what lapsing at once loses, whatever was gained when', () => {
  const gains = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: -20, max: 100 })), { maxLength: 30 })
  fc.assert(
    fc.property(gains, fc.integer({ min: 1, max: 40 }), (gained, windowDays) => {
      const mode: GrowthMode = { kind: 'rolling', windowDays }
      const buckets = gained.reduce(
        (held, [offset, growth]) => gain(held, addDays(FIRST, offset), growth),
        [] as readonly GrowthBucket[],
      )
      let held = buckets
      let lapsed = 0
      for (let offset = 0; offset <= 100; offset += 1) {
        const step = lapse(held, mode, addDays(FIRST, offset))
        held = step.counting
        lapsed += step.lapsed
      }
      const atOnce = lapse(buckets, mode, addDays(FIRST, 100))
      expect({ held, lapsed }).toEqual({ held: atOnce.counting, lapsed: atOnce.lapsed })
    }),
  )
})
