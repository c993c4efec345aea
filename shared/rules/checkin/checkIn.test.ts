import { addDays, type Day } from '@shared/kernel/day'
import { startOfDay } from '@shared/kernel/businessDay'
import fc from 'fast-check'
import { NO_BALANCES, type Account } from '../account/account'
import { join } from '../member/join'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { checkIn } from './checkIn'
import { runningCycle } from './reward'
import { currentStreak, daysIn, isChecked, streakEnding, withDay, type CheckinRun } from './runs'

const FIRST = '2026-03-01'
const noon = (day: Day) => startOfDay(day) + 12 * 3_600_000

function member(): Account {
  const account = join(null, 'm1', FIRST, noon(FIRST), '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  return account
}

function stamp(account: Account, day: Day): Account {
  return checkIn(account, day, noon(day), DEFAULT_SETTINGS) ?? account
}

test('a week in a row pays 5, 5, 10, 5, 5, 10, 30 points and 1 growth each', () => {
  const paid: number[] = []
  let account = member()
  for (let i = 0; i < 7; i += 1) {
    account = stamp(account, addDays(FIRST, i))
    paid.push(account.tail.at(-1)?.change.points ?? 0)
  }
  expect(paid).toEqual([5, 5, 10, 5, 5, 10, 30])
  expect(account.balances).toEqual({ ...NO_BALANCES, points: 70, growth: 7 })
})

test('the eighth day begins the cycle again, while the streak goes on', () => {
  const days = Array.from({ length: 8 }, (_, i) => addDays(FIRST, i))
  const account = days.reduce(stamp, member())
  expect(account.tail.at(-1)?.basis).toMatchObject({ of: 'checkin', streak: 8, cycleDay: 1, cycleDays: 7 })
  expect(account.tail.at(-1)?.change.points).toBe(5)
})

test('a missed day starts again', () => {
  const account = [FIRST, addDays(FIRST, 1), addDays(FIRST, 3)].reduce(stamp, member())
  expect(account.tail.at(-1)?.basis).toMatchObject({ streak: 1, cycleDay: 1 })
})

test('the same business day a second time is nothing', () => {
  const once = stamp(member(), FIRST)
  expect(checkIn(once, FIRST, noon(FIRST) + 1, DEFAULT_SETTINGS)).toBeNull()
})

describe('runs of days', () => {
  const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 })

  test('say the same as the set of days, whatever the order', () => {
    fc.assert(
      fc.property(anyDays, (offsets) => {
        const days = new Set(offsets.map((offset) => addDays(FIRST, offset)))
        const runs = [...days].reduce((held, day) => withDay(held, day), [] as readonly CheckinRun[])
        for (let offset = -1; offset <= 61; offset += 1) {
          const day = addDays(FIRST, offset)
          expect(isChecked(runs, day)).toBe(days.has(day))
          let naive = 0
          for (let back = day; days.has(back); back = addDays(back, -1)) naive += 1
          expect(streakEnding(runs, day)).toBe(naive)
        }
        expect(daysIn(runs, '2026-03')).toEqual([...days].filter((day) => day.startsWith('2026-03')).sort())
      }),
      { numRuns: 60 },
    )
  })

  test('yesterday’s streak stands while today is open', () => {
    const runs: CheckinRun[] = [{ from: '2026-03-01', to: '2026-03-04' }]
    expect(currentStreak(runs, '2026-03-05')).toBe(4)
    expect(currentStreak(runs, '2026-03-06')).toBe(0)
  })
})

test('the strip shows the cycle that today belongs to', () => {
  const { checkin } = DEFAULT_SETTINGS
  expect(runningCycle(0, false, checkin).map((day) => day.state)).toEqual([
    'today',
    ...Array<string>(6).fill('ahead'),
  ])
  expect(runningCycle(7, true, checkin).every((day) => day.state === 'done')).toBe(true)
  expect(runningCycle(7, false, checkin)[0]).toMatchObject({ streakDay: 8, state: 'today', points: 5 })
  expect(runningCycle(9, true, checkin).map((day) => day.streakDay)).toEqual([8, 9, 10, 11, 12, 13, 14])
})
