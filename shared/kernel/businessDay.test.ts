import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import fc from 'fast-check'
import { dayOf, startOfDay } from './businessDay'

dayjs.extend(utc)
dayjs.extend(timezone)
fc.configureGlobal({ seed: 20260301 })

const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc.integer({
  min: Date.parse('1970-01-02T00:00:00Z'),
  max: Date.parse('2099-12-30T00:00:00Z'),
})

test('a business day is what the library for time zones says', () => {
  fc.assert(
    fc.property(instant, zone, (at, where) => {
      expect(dayOf(at, where)).toBe(dayjs(at).tz(where).format('YYYY-MM-DD'))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['the last moment of a day', '2026-03-31T15:59:59.999Z', 'Asia/Shanghai', '2026-03-31'],
  ['the first moment of the next', '2026-03-31T16:00:00.000Z', 'Asia/Shanghai', '2026-04-01'],
  ['the summer time that the zone had once', '1990-07-01T15:30:00Z', 'Asia/Shanghai', '1990-07-02'],
  // The clock went back a minute after midnight, so one day ended twice.
  ['a day that has begun', '2010-11-07T02:30:30Z', 'America/St_Johns', '2010-11-07'],
  ['and has not yet, a minute later', '2010-11-07T02:31:30Z', 'America/St_Johns', '2010-11-06'],
  ['a day after one that was left out', '2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
])('%s', (_what, at, where, day) => {
  expect(dayOf(Date.parse(at), where)).toBe(day)
})

test('a day begins where its first moment is, asked once or again', () => {
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
      (at, where) => {
        const day = dayOf(at, where)
        const start = startOfDay(day, where)
        expect(dayOf(start, where)).toBe(day)
        expect(dayOf(start - 1, where) < day).toBe(true)
        expect(startOfDay(day, where)).toBe(start)
      },
    ),
    { numRuns: 500 },
  )
})

test('days of different zones are kept apart', () => {
  expect(startOfDay('2026-04-01', 'UTC')).toBe(Date.parse('2026-04-01T00:00:00Z'))
  expect(startOfDay('2026-04-01', 'Asia/Shanghai')).toBe(Date.parse('2026-03-31T16:00:00Z'))
})

test('more days than are kept are still right', () => {
  const first = Date.parse('2000-01-01T00:00:00Z')
  for (let day = 0; day < 9_000; day++) {
    const at = first + day * 86_400_000
    expect(startOfDay(new Date(at).toISOString().slice(0, 10))).toBe(at - 8 * 3_600_000)
  }
})

test('an instant that is none has no day', () => {
  expect(() => dayOf(NaN)).toThrow(RangeError)
})
