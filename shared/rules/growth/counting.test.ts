import { growthCounting } from './counting'
import { growthLeaving } from './lapse'

const day = (name: string, counted: number) => ({ day: name, gained: 10, counted })

test('all of it counts, and nothing ever leaves', () => {
  expect(growthCounting({ kind: 'allTime' }, '2026-03-10')).toEqual({ kind: 'allTime' })
  expect(growthLeaving([day('2026-03-01', 10)], { kind: 'allTime' })).toBeNull()
})

test('the last days count, and what leaves next is the growth of the oldest day', () => {
  const mode = { kind: 'rolling', windowDays: 30 } as const
  expect(growthCounting(mode, '2026-03-10')).toEqual({ kind: 'rolling', windowDays: 30, since: '2026-02-09' })
  const days = [day('2026-02-01', 0), day('2026-02-20', 10), day('2026-02-21', 10)]
  expect(growthLeaving(days, mode)).toEqual({ day: '2026-03-22', growth: 10 })
})

test('what counts since the last reset leaves at the next, all of it', () => {
  const mode = { kind: 'reset', everyMonths: 12, from: '2025-01-01' } as const
  expect(growthCounting(mode, '2026-03-10')).toEqual({
    kind: 'reset',
    everyMonths: 12,
    since: '2026-01-01',
    until: '2026-12-31',
  })
  const days = [day('2025-12-31', 0), day('2026-02-20', 10), day('2026-03-10', 10)]
  expect(growthLeaving(days, mode)).toEqual({ day: '2027-01-01', growth: 20 })
})

test('before the first reset everything counts until then', () => {
  const mode = { kind: 'reset', everyMonths: 6, from: '2026-07-01' } as const
  expect(growthCounting(mode, '2026-03-10')).toMatchObject({ since: null, until: '2026-06-30' })
  expect(growthLeaving([day('2024-01-01', 10), day('2026-03-10', 10)], mode)).toEqual({
    day: '2026-07-01',
    growth: 20,
  })
})

test('without growth there is nothing to leave', () => {
  expect(growthLeaving([], { kind: 'rolling', windowDays: 30 })).toBeNull()
})
