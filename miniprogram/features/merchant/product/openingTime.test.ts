import { formatTime } from '@/i18n/format'
import { dayOn, instantOf, nextHour } from './openingTime'

test('a day and a time make an instant, and an instant tells them', () => {
  const at = instantOf('2026-03-10', '08:05')
  expect([dayOn(at), formatTime(at)]).toEqual(['2026-03-10', '08:05'])
  expect(instantOf('2026-03-10', '09:05') - at).toBe(3_600_000)
})

test('what begins anew begins with a full hour that is still to come', () => {
  expect(nextHour(3_600_000)).toBe(7_200_000)
  expect(nextHour(3_600_001)).toBe(7_200_000)
})
