import { addDays } from '@shared/kernel/day'
import fc from 'fast-check'
import { countsFrom, lapseDay, type GrowthMode } from './window'

const FIRST = '2026-01-01'
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

test.each([
  [{ kind: 'allTime' }, '2026-01-01', null],
  [{ kind: 'rolling', windowDays: 365 }, '2026-01-01', '2027-01-01'],
  [yearly, '2025-12-31', '2026-01-31'],
  [yearly, '2026-01-31', '2027-01-31'],
  [yearly, '2026-12-31', '2027-01-31'],
] as const)('under %j growth of %s stops counting on %s', (mode, gained, day) => {
  expect(lapseDay(mode, gained)).toBe(day)
})

test('growth counts on every day before it lapses, and on none from then on', () => {
  const anyMode = fc.oneof(
    fc.integer({ min: 1, max: 731 }).map((windowDays): GrowthMode => ({ kind: 'rolling', windowDays })),
    fc
      .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: -400, max: 400 }))
      .map(([everyMonths, offset]): GrowthMode => ({
        kind: 'reset',
        everyMonths,
        from: addDays(FIRST, offset),
      })),
  )
  fc.assert(
    fc.property(anyMode, fc.integer({ min: 0, max: 800 }), (mode, offset) => {
      const gained = addDays(FIRST, offset)
      const lapses = lapseDay(mode, gained) ?? ''
      const counts = (today: string) => (countsFrom(mode, today) ?? '') <= gained
      expect([counts(gained), counts(addDays(lapses, -1)), counts(lapses)]).toEqual([true, true, false])
    }),
  )
})
