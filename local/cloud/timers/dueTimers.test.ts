import { dueBetween, nextDue } from './dueTimers'

const at = (text: string) => Date.parse(text)
const daily = { name: 'daily', cron: '0 5 0 * * * *' }
const hourly = { name: 'hourly', cron: '0 0 * * * * *' }
const everyMinute = { name: 'everyMinute', cron: '0 * * * * * *' }

const runs = (timers: (typeof daily)[], from: string, to: string) =>
  dueBetween(timers, at(from), at(to)).map(
    (run) => `${run.name} ${new Date(run.at).toISOString().slice(5, 19)}`,
  )

test('a cron is read in the store’s zone', () => {
  expect(nextDue(daily, at('2026-01-01T00:00:00+08:00'))).toBe(at('2026-01-01T00:05:00+08:00'))
  expect(nextDue(daily, at('2026-01-01T00:05:00+08:00'))).toBe(at('2026-01-02T00:05:00+08:00'))
})

test('a cron that has passed for good is never due', () => {
  expect(nextDue({ name: 'once', cron: '0 0 0 1 1 * 2020' }, at('2026-01-01T00:00:00Z'))).toBeUndefined()
})

test('a cron that is none, or of other than seven fields, throws', () => {
  expect(() => nextDue({ name: 'bad', cron: 'often' }, 0)).toThrow()
  expect(() => nextDue({ name: 'six', cron: '0 0 * * * *' }, 0)).toThrow()
})

test('the instant turned from is past, the one turned to is due', () => {
  expect(runs([hourly], '2026-01-01T01:00:00Z', '2026-01-01T03:00:00Z')).toEqual([
    'hourly 01-01T02:00:00',
    'hourly 01-01T03:00:00',
  ])
  expect(runs([hourly], '2026-01-01T01:00:00Z', '2026-01-01T01:59:59Z')).toEqual([])
})

test('timers due together keep the order of the table', () => {
  expect(runs([everyMinute, hourly], '2026-01-01T01:59:30Z', '2026-01-01T02:00:00Z')).toEqual([
    'everyMinute 01-01T02:00:00',
    'hourly 01-01T02:00:00',
  ])
})

test('one that comes every minute runs once for each hour on the way, and at the end when it is due again', () => {
  expect(runs([everyMinute], '2026-01-01T01:10:00Z', '2026-01-01T03:30:20Z')).toEqual([
    'everyMinute 01-01T01:11:00',
    'everyMinute 01-01T02:00:00',
    'everyMinute 01-01T03:00:00',
    'everyMinute 01-01T03:30:20',
  ])
  expect(runs([everyMinute], '2026-01-01T01:10:00Z', '2026-01-01T01:11:30Z')).toEqual([
    'everyMinute 01-01T01:11:00',
  ])
})

test('a year of the product’s timers is counted out in full', () => {
  const year = dueBetween(
    [everyMinute, hourly, daily],
    at('2026-01-01T00:00:00Z'),
    at('2027-01-01T00:00:00Z'),
  )
  const count = (name: string) => year.filter((run) => run.name === name).length
  expect([count('everyMinute'), count('hourly'), count('daily')]).toEqual([8_761, 8_760, 365])
})
