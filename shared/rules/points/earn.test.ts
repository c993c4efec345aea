import { join } from '../member/join'
import type { Account } from '../account/account'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { earnPoints } from './earn'

const TODAY = '2026-03-01'

const settings: Settings = {
  ...DEFAULT_SETTINGS,
  earning: { ...DEFAULT_SETTINGS.earning, dailyCaps: { review: 20, share: 5, favourite: 3 } },
}

function member(patch: Partial<Account> = {}): Account {
  const account = join(null, 'm1', TODAY, 1, '1', settings)
  if (!account) throw new Error('did not join')
  return { ...account, ...patch }
}

const owing = (pointsDebt: number) => member({ balances: { ...member().balances, pointsDebt } })

test.each([
  ['review', 20],
  ['share', 5],
  ['favourite', 3],
] as const)('a day of %s earns no more than %d points, and the next day begins anew', (behaviour, cap) => {
  const first = earnPoints(member(), behaviour, cap - 1, TODAY, settings)
  const second = earnPoints(member({ earnedToday: first.earnedToday }), behaviour, 10, TODAY, settings)
  const third = earnPoints(member({ earnedToday: second.earnedToday }), behaviour, 10, TODAY, settings)
  const tomorrow = earnPoints(
    member({ earnedToday: third.earnedToday }),
    behaviour,
    2,
    '2026-03-02',
    settings,
  )
  expect([first, second, third, tomorrow].map(({ points }) => points)).toEqual([cap - 1, 1, 0, 2])
  expect(third.legs).toEqual([])
})

test('the cap of one behaviour leaves the others alone, and one without a cap has none', () => {
  const reviewed = member({ earnedToday: earnPoints(member(), 'review', 50, TODAY, settings).earnedToday })
  expect(earnPoints(reviewed, 'share', 5, TODAY, settings).points).toBe(5)
  expect(earnPoints(reviewed, 'order', 5_000, TODAY, settings).points).toBe(5_000)
})

test('a debt is repaid first, and only the rest is there to spend', () => {
  expect(earnPoints(owing(-40), 'order', 100, TODAY, settings)).toMatchObject({
    points: 100,
    repaid: 40,
    lots: [{ validUntil: '2027-12-31', points: 60 }],
    legs: [
      { account: 'store.pointsIssued.order', unit: 'points', amount: -60 },
      { account: 'points', unit: 'points', amount: 60 },
      { account: 'store.pointsIssued.order', unit: 'points', amount: -40 },
      { account: 'pointsDebt', unit: 'points', amount: 40 },
    ],
  })
  expect(earnPoints(owing(-40), 'checkin', 5, TODAY, settings)).toMatchObject({ repaid: 5, lots: [] })
})

test('with days to wait points are pending, good from the day they come in, and repay nothing yet', () => {
  expect(earnPoints(owing(-40), 'order', 100, '2026-12-25', settings, 7)).toMatchObject({
    repaid: 0,
    lots: [],
    pending: [{ releaseDay: '2027-01-01', validUntil: '2028-12-31', points: 100 }],
    releaseDay: '2027-01-01',
  })
})
