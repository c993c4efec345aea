import {
  DIFFERENCES_KEPT,
  isNightlyDue,
  isNightlyMissed,
  NO_COUNTS,
  nextRun,
  withSlice,
  type AuditSlice,
} from './auditRun'
import type { Difference } from './difference'
import { NO_SUMS } from './unitSums'

const HOUR = 3_600_000
const AT = Date.parse('2026-03-01T16:05:00Z')

const start = (by: 'system' | `staff:${string}` = 'system', at = AT) =>
  ({
    by,
    requestId: 'r',
    day: '2026-03-02',
    startedAt: at,
    membersAtStart: 2,
    filedBefore: at - 90_000,
  }) as const
const difference = (member: string): Difference => ({
  of: 'member',
  member,
  check: 'points',
  expected: 1,
  found: 2,
})
const slice = (patch: Partial<AuditSlice>): AuditSlice => ({
  ...NO_COUNTS,
  held: NO_SUMS,
  given: NO_SUMS,
  differences: [],
  next: { phase: 'members', after: 'a' },
  ...patch,
})

describe('a run', () => {
  it('has the number after the latest, so that two cannot begin at once', () => {
    const first = nextRun(null, start())
    expect(first._id).toBe('00000001')
    expect(nextRun(first, start())._id).toBe('00000002')
    expect(nextRun({ ...first, _id: '00000099' }, start())._id).toBe('00000100')
  })

  it('adds up what its slices found, and ends with the last', () => {
    const begun = nextRun(null, start())
    const one = withSlice(begun, slice({ members: 2, entries: 5, differences: [difference('a')] }), AT + 1)
    expect(one).toMatchObject({ version: 2, state: 'running', finishedAt: null, members: 2, entries: 5 })
    const two = withSlice(one, slice({ days: 3, differences: [difference('b')], next: null }), AT + 2)
    expect(two).toMatchObject({ version: 3, state: 'done', finishedAt: AT + 2, members: 2, days: 3 })
    expect(two.differences).toEqual([difference('a'), difference('b')])
    expect(two.differenceCount).toBe(2)
  })

  it('keeps the first hundred differences and counts all', () => {
    const many = Array.from({ length: 70 }, (_, n) => difference(String(n)))
    const run = [1, 2].reduce(
      (before) => withSlice(before, slice({ differences: many }), AT),
      nextRun(null, start()),
    )
    expect(run.differences).toHaveLength(DIFFERENCES_KEPT)
    expect(run.differenceCount).toBe(140)
  })

  it('compares the shop as a whole once everything was added up, and not before', () => {
    const held = { points: 10, growth: 2, fen: 0 }
    const given = { points: 11, growth: 2, fen: 0 }
    const members = withSlice(nextRun(null, start()), slice({ held }), AT)
    expect(members.differences).toEqual([])
    const done = withSlice(members, slice({ given, next: null }), AT)
    expect(done.differences).toEqual([{ of: 'store', check: 'storePoints', expected: 11, found: 10 }])
  })
})

describe('the nightly run', () => {
  const nightly = nextRun(null, start())

  it('is due once a business day, whoever audited besides', () => {
    expect(isNightlyDue(null, '2026-03-02')).toBe(true)
    expect(isNightlyDue(nextRun(null, start('staff:m1')), '2026-03-02')).toBe(true)
    expect(isNightlyDue(nightly, '2026-03-02')).toBe(false)
    expect(isNightlyDue(nextRun(nightly, start('staff:m1')), '2026-03-02')).toBe(false)
    expect(isNightlyDue(nightly, '2026-03-03')).toBe(true)
  })

  it('is missed an hour after the next one should have begun', () => {
    expect(isNightlyMissed(null, AT)).toBe(false)
    expect(isNightlyMissed(nightly, AT + 25 * HOUR)).toBe(false)
    expect(isNightlyMissed(nightly, AT + 25 * HOUR + 1)).toBe(true)
    const onDemand = nextRun(nightly, start('staff:m1', AT + 20 * HOUR))
    expect(isNightlyMissed(onDemand, AT + 25 * HOUR + 1)).toBe(true)
  })
})
