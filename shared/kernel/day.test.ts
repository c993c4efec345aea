import { dayOf, startOfDay } from './businessDay'
import { addDays, addMonths, daysBetween, endOfMonth, isDay } from './day'

test('a business day is the store’s calendar day, not UTC’s', () => {
  expect(dayOf(Date.parse('2026-03-31T15:59:59.999Z'))).toBe('2026-03-31')
  expect(dayOf(Date.parse('2026-03-31T16:00:00.000Z'))).toBe('2026-04-01')
  expect(dayOf(Date.parse('2026-03-31T23:00:00Z'), 'America/New_York')).toBe('2026-03-31')
})

test('a day begins at the store’s midnight, also where clocks are changed', () => {
  expect(startOfDay('2026-04-01')).toBe(Date.parse('2026-03-31T16:00:00Z'))
  expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe(Date.parse('2026-03-28T23:00:00Z'))
  expect(startOfDay('2026-03-30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T22:00:00Z'))
})

test('months add with clamping', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(endOfMonth('2028-02-10')).toBe('2028-02-29')
})

test('days add over months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysBetween('2028-02-01', '2028-03-01')).toBe(29)
  expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1)
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('isDay(%j) is %s', (text, real) => {
  expect(isDay(text)).toBe(real)
})
