import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import { join } from '../member/join'
import { checkIn } from '../checkin/checkIn'
import { withBought } from '../orders/bought'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import type { Account } from './account'
import { auditAccount } from './audit'
import { isSettled, settle, withDueDay } from './settle'

const FIRST = '2026-03-01'
const noon = (day: Day) => startOfDay(day) + 12 * 3_600_000

function member(settings: Settings = DEFAULT_SETTINGS): Account {
  const account = join(null, 'm1', FIRST, noon(FIRST), '1', settings)
  if (!account) throw new Error('did not join')
  return account
}

function stamp(account: Account, day: Day, settings: Settings = DEFAULT_SETTINGS): Account {
  const settled = settle(account, day, settings, noon(day))
  return withDueDay(checkIn(settled, day, noon(day), settings) ?? settled, settings, day)
}

const kinds = ({ tail }: Account) =>
  tail.map(({ kind, day, change }) => [kind, day, change.points, change.growth])
const isSound = (account: Account) => auditAccount(account, account.tail, { count: 0, fen: 0 })

test('points lapse by an entry dated to their last day, however late that is noticed', () => {
  const later = stamp(stamp(member(), FIRST), '2028-02-01')
  expect(kinds(later)).toEqual([
    ['memberJoined', FIRST, 0, 0],
    ['checkin', FIRST, 5, 1],
    ['pointsExpired', '2027-12-31', -5, 0],
    ['checkin', '2028-02-01', 5, 1],
  ])
  expect(isSound(later)).toEqual([])
})

test('the due day is the first reminder, then each of the next, then the day after the last', () => {
  const due: (Day | null)[] = []
  let account = stamp(member(), FIRST)
  for (let times = 0; times < 4; times += 1) {
    due.push(account.dueDay)
    account = settle(account, account.dueDay ?? '', DEFAULT_SETTINGS, 1)
  }
  expect(due).toEqual(['2027-12-01', '2027-12-24', '2027-12-30', '2028-01-01'])
  expect(account.dueDay).toBeNull()
  expect(account.outgoing.map(({ _id }) => _id)).toEqual([
    'pointsExpiring:m1:2027-12-31:30',
    'pointsExpiring:m1:2027-12-31:7',
    'pointsExpiring:m1:2027-12-31:1',
  ])
})

test('of reminders that were missed only the latest is told, once', () => {
  const account = settle(stamp(member(), FIRST), '2027-12-28', DEFAULT_SETTINGS, 1)
  expect(account.outgoing.map(({ _id }) => _id)).toEqual(['pointsExpiring:m1:2027-12-31:7'])
  expect(settle(account, '2027-12-28', DEFAULT_SETTINGS, 2)).toEqual(account)
})

test('points that are good for days only are not told of the moment they are earned', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    points: { ...DEFAULT_SETTINGS.points, validity: { kind: 'days', validDays: 5 } },
  } as const
  const account = stamp(member(), FIRST, settings)
  expect(account.dueDay).toBe('2026-03-05')
  expect(settle(account, '2026-03-05', settings, 1).outgoing.map(({ _id }) => _id)).toEqual([
    'pointsExpiring:m1:2026-03-06:1',
  ])
})

test('growth leaves a rolling window on its day, and one bounded step at a time comes to the same end', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    growth: { version: 0, mode: { kind: 'rolling', windowDays: 30 } },
  } as const
  const days = Array.from({ length: 20 }, (_, i) => addDays(FIRST, i))
  const earned = days.reduce((account, day) => stamp(account, day, settings), member())
  expect(earned.balances.growth).toBe(20)
  expect(earned.dueDay).toBe('2026-03-31')
  const atOnce = settle(earned, '2026-04-09', settings, 1)
  expect(atOnce.balances.growth).toBe(10)
  let inSteps = earned
  while (!isSettled(inSteps, '2026-04-09', settings)) inSteps = settle(inSteps, '2026-04-09', settings, 1, 3)
  expect(inSteps).toEqual(atOnce)
  expect(isSound(inSteps)).toEqual([])
})

test('a reset takes all growth at once, and a change of mode counts it again', () => {
  const yearly = {
    ...DEFAULT_SETTINGS,
    growth: { version: 1, mode: { kind: 'reset', everyMonths: 12, from: '2026-06-01' } },
  } as const
  const earned = stamp(stamp(member(), FIRST), '2026-05-01')
  const reset = settle(earned, '2026-06-01', yearly, 1)
  expect(kinds(reset).at(-1)).toEqual(['growthRecounted', '2026-06-01', 0, -2])
  const again = settle(
    reset,
    '2026-06-02',
    { ...DEFAULT_SETTINGS, growth: { version: 2, mode: { kind: 'allTime' } } },
    1,
  )
  expect(kinds(again).at(-1)).toEqual(['growthRecounted', '2026-06-02', 0, 2])
  expect(isSound(again)).toEqual([])
})

test('whoever knows only older rules of growth leaves an account alone that newer ones have counted', () => {
  const rolling = {
    ...DEFAULT_SETTINGS,
    growth: { version: 1, mode: { kind: 'rolling', windowDays: 10 } },
  } as const
  const counted = settle(stamp(member(), FIRST), FIRST, rolling, 1)
  expect(counted.dueDay).toBe('2026-03-11')
  const late = settle(counted, '2026-03-20', DEFAULT_SETTINGS, 1)
  expect(late.balances.growth).toBe(1)
})

test('growth that such a one adds is looked at soon by who knows the newer rules', () => {
  const rolling = {
    ...DEFAULT_SETTINGS,
    growth: { version: 1, mode: { kind: 'rolling', windowDays: 10 } },
  } as const
  const counted = settle(member(), FIRST, rolling, 1)
  const late = withDueDay(stamp(counted, FIRST), DEFAULT_SETTINGS, FIRST)
  expect(late.dueDay).toBe(FIRST)
  expect(settle(late, FIRST, rolling, 1).dueDay).toBe('2026-03-11')
})

test('a level that such a one left alone is judged by who knows the newer rules', () => {
  const stricter = { ...DEFAULT_SETTINGS, tiers: { ...DEFAULT_SETTINGS.tiers, version: 1 } }
  const known = settle(member(), FIRST, stricter, 1)
  const sale = { day: FIRST, at: 2, seq: 1, imported: false, fromFen: null, toFen: 100_000 }
  const late = withDueDay(stamp(withBought(known, sale), FIRST), DEFAULT_SETTINGS, FIRST)
  expect([late.tier.id, late.dueDay]).toEqual(['regular', known.tier.since])
  const judged = settle(late, FIRST, stricter, 3)
  expect(judged.tier).toMatchObject({ id: 'silver', version: 1 })
  expect(judged.tail.at(-1)).toMatchObject({
    kind: 'tierJudged',
    tier: { kind: 'up', cause: { of: 'reached' } },
  })
  expect(settle(judged, FIRST, stricter, 4)).toBe(judged)
})
