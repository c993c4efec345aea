import { NO_BALANCES, type Balances } from './account'
import type { Entry, EntryKind } from './entry'
import { asksForAll, isAsked, kindsOf, kindsOutside, type EntryGroup, type LedgerFilter } from './ledger'

const ALL: LedgerFilter = { unit: null, month: null, group: null }
const GROUPS: readonly EntryGroup[] = ['earned', 'spent', 'refunds', 'expired', 'adjusted', 'tier']

const entry = (kind: EntryKind, day: string, change: Partial<Balances>) =>
  ({ kind, day, change: { ...NO_BALANCES, ...change }, tier: null }) as Entry

test('points are what can be spent, what is to come and what is owed', () => {
  const points = { ...ALL, unit: 'points' } as const
  for (const change of [{ points: 5 }, { pendingPoints: 5 }, { pointsDebt: -5 }])
    expect(isAsked(entry('orderPaid', '2026-03-01', change), points)).toBe(true)
  expect(isAsked(entry('growthLapsed', '2026-03-01', { growth: -5 }), points)).toBe(false)
  expect(isAsked(entry('memberJoined', '2026-03-01', {}), points)).toBe(false)
})

test('growth is what changed growth', () => {
  const growth = { ...ALL, unit: 'growth' } as const
  expect(isAsked(entry('checkin', '2026-03-01', { points: 5, growth: 1 }), growth)).toBe(true)
  expect(isAsked(entry('pointsSpent', '2026-03-01', { points: -5 }), growth)).toBe(false)
})

test('a month is of the day on which it happened', () => {
  const march = { ...ALL, month: '2026-03' }
  expect(isAsked(entry('checkin', '2026-03-31', {}), march)).toBe(true)
  expect(isAsked(entry('checkin', '2026-04-01', {}), march)).toBe(false)
})

test('every kind is in one group', () => {
  for (const group of GROUPS) {
    const inside = kindsOf(group)
    expect(inside).not.toEqual([])
    expect([...inside, ...kindsOutside(group)].sort()).toEqual(GROUPS.flatMap(kindsOf).sort())
    for (const kind of inside) expect(isAsked(entry(kind, '2026-03-01', {}), { ...ALL, group })).toBe(true)
    for (const kind of kindsOutside(group))
      expect(isAsked(entry(kind, '2026-03-01', {}), { ...ALL, group })).toBe(false)
  }
})

test('an entry that moved the level is among the levels, and stays in its own group', () => {
  const moved = {
    ...entry('orderPaid', '2026-03-01', { points: 5 }),
    tier: { kind: 'up', from: 'bronze', to: 'silver', until: null, cause: null, reason: { zh: '', en: '' } },
  } as Entry
  expect(isAsked(moved, { ...ALL, group: 'tier' })).toBe(true)
  expect(isAsked(moved, { ...ALL, group: 'earned' })).toBe(true)
  expect(isAsked(moved, { ...ALL, group: 'spent' })).toBe(false)
})

test('without any filter everything is asked for', () => {
  expect(asksForAll(ALL)).toBe(true)
  expect(asksForAll({ ...ALL, month: '2026-03' })).toBe(false)
  expect(isAsked(entry('memberJoined', '2026-03-01', {}), ALL)).toBe(true)
})
