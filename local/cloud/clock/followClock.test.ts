import { followClock } from './followClock'

const MachineDate = Date
const DAY_MS = 86_400_000

describe('Date after a thread follows the clock', () => {
  const shared = new SharedArrayBuffer(8)
  const offset = new BigInt64Array(shared)
  beforeAll(() => followClock(shared))
  afterAll(() => {
    globalThis.Date = MachineDate
    MachineDate.prototype.constructor = MachineDate
  })
  beforeEach(() => (offset[0] = 0n))

  const ahead = (instant: number) => instant - MachineDate.now()

  test('every way to ask for the time is turned, at once', () => {
    offset[0] = BigInt(30 * DAY_MS)
    for (const instant of [Date.now(), new Date().getTime(), Date.parse(Date())]) {
      expect(Math.round(ahead(instant) / DAY_MS)).toBe(30)
    }
    offset[0] = BigInt(-DAY_MS)
    expect(Math.round(ahead(Date.now()) / DAY_MS)).toBe(-1)
  })

  test('dates that are given stay as given', () => {
    offset[0] = BigInt(DAY_MS)
    expect(new Date(5).getTime()).toBe(5)
    expect(new Date('2026-01-01T00:00:00Z').getTime()).toBe(Date.UTC(2026, 0, 1))
    expect(new Date(2026, 0, 1, 12).getHours()).toBe(12)
    expect(Date.parse('1970-01-01T00:00:01Z')).toBe(1000)
  })

  test('its dates are dates to everybody', () => {
    const date = new Date()
    expect(date).toBeInstanceOf(Date)
    expect(date).toBeInstanceOf(MachineDate)
    expect(new MachineDate(0)).toBeInstanceOf(Date)
    expect(date.constructor).toBe(Date)
    expect(structuredClone(date).getTime()).toBe(date.getTime())
    expect(Date.name).toBe('Date')
  })

  test('a class of its own can be made of it', () => {
    class Birthday extends Date {
      readonly cake = true
    }
    offset[0] = BigInt(DAY_MS)
    const birthday = new Birthday()
    expect(birthday).toBeInstanceOf(Birthday)
    expect(birthday.cake).toBe(true)
    expect(Math.round(ahead(birthday.getTime()) / DAY_MS)).toBe(1)
  })
})
