import type { Account } from './account'
import { auditAccount } from './audit'
import type { EntryDraft } from './entry'
import { move } from './legs'
import { post } from './post'
import { findInTail, remembers, RECENT_CAUSES, trimTail } from './tail'
import { join } from '../member/join'
import { DEFAULT_SETTINGS } from '../settings/settings'

const settings = DEFAULT_SETTINGS

function member(): Account {
  const account = join(null, 'm1', '2026-03-01', 1, '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  return account
}

function draft(patch: Partial<EntryDraft> = {}): EntryDraft {
  return {
    _id: 'cause',
    kind: 'checkin',
    at: 1,
    day: '2026-03-01',
    recordedAt: 1,
    source: 'test',
    reason: { zh: '测试', en: 'test' },
    legs: move('store.pointsIssued.checkin', 'points', 'points', 5),
    lots: [{ validUntil: null, points: 5 }],
    basis: {
      of: 'checkin',
      streak: 1,
      cycleDay: 1,
      cycleDays: 7,
      rewardPoints: 5,
      dailyCap: null,
      pointsVersion: 0,
    },
    rule: null,
    by: 'member',
    ...patch,
  }
}

describe('post', () => {
  test('refuses legs that do not sum to zero in a unit', () => {
    const legs = [
      { account: 'points', unit: 'points', amount: 5 },
      { account: 'store.growthIssued.checkin', unit: 'growth', amount: -5 },
    ] as const
    expect(() => post(member(), draft({ legs }), settings)).toThrow(/leave 5 points over/)
  })

  test('refuses a balance below zero', () => {
    const legs = move('points', 'store.pointsExpired', 'points', 1)
    expect(() => post(member(), draft({ legs, lots: [] }), settings)).toThrow(/points at -1/)
  })

  test('refuses lots that are not the points', () => {
    expect(() => post(member(), draft({ lots: [{ validUntil: null, points: 4 }] }), settings)).toThrow(
      /lots of 4 under 5/,
    )
  })

  test('refuses anything but integers', () => {
    const legs = move('store.pointsIssued.checkin', 'points', 'points', 0.5)
    expect(() => post(member(), draft({ legs, lots: [] }), settings)).toThrow(/no integer/)
  })

  test('numbers entries without gaps and writes the balances after each', () => {
    const account = post(post(member(), draft(), settings), draft({ _id: 'next' }), settings)
    expect(account.tail.map(({ seq, after }) => [seq, after.points])).toEqual([
      [1, 0],
      [2, 5],
      [3, 10],
    ])
  })
})

describe('the tail', () => {
  test('a moved cause is still remembered, the last 64 of them', () => {
    const many = Array.from({ length: 70 }, (_, i) => draft({ _id: `c${i}` })).reduce(
      (account, entry) => trimTail(post(account, entry, settings)),
      member(),
    )
    expect(many.tail).toEqual([])
    expect(many.tailSince).toBeNull()
    expect(many.recentCauses).toHaveLength(RECENT_CAUSES)
    expect(remembers(many, 'c69')).toBe(true)
    expect(remembers(many, 'c5')).toBe(false)
  })

  test('a waiting cause is found with its entry', () => {
    const account = post(member(), draft(), settings)
    expect(findInTail(account, 'cause')?.change.points).toBe(5)
    expect(findInTail(account, 'other')).toBeUndefined()
  })
})

describe('audit', () => {
  const whole = post(post(member(), draft(), settings), draft({ _id: 'next' }), settings)
  const none = { count: 0, fen: 0 }

  test('says nothing of sound books', () => {
    expect(auditAccount(whole, whole.tail, none)).toEqual([])
  })

  test.each([
    ['a balance one off', { ...whole, balances: { ...whole.balances, points: 11 } }, whole.tail, ['points']],
    ['a lot one off', { ...whole, lots: [{ validUntil: null, points: 9 }] }, whole.tail, ['lots']],
    ['an entry that is missing', whole, whole.tail.slice(0, 2), ['sequence', 'points', 'lots']],
    [
      'an entry changed afterwards',
      whole,
      whole.tail.map((e) => (e.seq === 2 ? { ...e, change: { ...e.change, points: 6 } } : e)),
      ['entryBalances'],
    ],
  ])('names %s', (_what, account, entries, checks) => {
    expect(auditAccount(account, entries, none).map(({ check }) => check)).toEqual(checks)
  })

  test('names orders that the account does not count', () => {
    expect(auditAccount(whole, whole.tail, { count: 1, fen: 100 }).map(({ check }) => check)).toEqual([
      'orders',
      'ordersFen',
    ])
  })

  test('names money by WeChat that the entries do not tell of, and what they tell of that never came', () => {
    const found = (account: Account, weChatFen: number) =>
      auditAccount(account, account.tail, { ...none, weChatFen })
        .filter(({ check }) => check === 'weChatFen')
        .map(({ expected, found }) => [expected, found])
    const legs = move('store.cash.wechat', 'store.sales', 'fen', 300)
    const paid = post(whole, draft({ _id: 'paid', legs, lots: [] }), settings)
    expect(found(whole, 100)).toEqual([[0, 100]])
    expect(found(paid, 0)).toEqual([[300, 0]])
    expect(found(paid, 300)).toEqual([])
  })
})
