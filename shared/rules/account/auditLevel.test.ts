import type { Benefit } from '../benefits/benefit'
import { MemberStory, settingsWith } from '../explain/memberStory'
import type { Account } from './account'
import { auditAccount } from './audit'

const benefit = (id: string, perk: Benefit['perk']): Benefit => ({
  id,
  levelId: 'silver',
  for: 'everyone',
  name: { zh: '权益', en: 'Benefit' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk,
})
const DISCOUNTING = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const benefits = [
  benefit('points', { of: 'pointsOnUpgrade', points: 50 }),
  benefit('quota', { of: 'freeShippingQuota', perMonth: 2, ...DISCOUNTING }),
]

const { account } = new MemberStory(settingsWith({ benefits: { version: 1, benefits } }))
  .buy('2026-02-01', 'A', [150_000])
  .buy('2026-02-03', 'B', [1_000])
  .until('2026-03-05')

const checksOf = (changed: Account) =>
  auditAccount(changed, account.tail, { count: 2, fen: 151_000 }).map(({ check }) => check)

test('nothing is said of a level, its orders and what it gave as the entries tell them', () => {
  expect(account.tail.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['orderPaid', 'upgradePoints', 'benefitGranted']),
  )
  expect(account.tier.id).toBe('silver')
  expect(checksOf(account)).toEqual([])
})

test.each<[string, Partial<Account>, string[]]>([
  [
    'a day that holds one fen more than its orders',
    { bought: account.bought.map((day, i) => (i === 0 ? { ...day, fen: day.fen + 1 } : day)) },
    ['boughtFen'],
  ],
  ['a day that is missing', { bought: account.bought.slice(1) }, ['boughtFen', 'boughtOrders']],
  ['a level that no move leads to', { tier: { ...account.tier, id: 'gold' } }, ['tier']],
  ['a grant that is forgotten', { granted: [] }, ['granted']],
  [
    'a grant that has no entry',
    { granted: [{ benefitId: 'quota', period: '2031-01', day: '2031-01-01' }] },
    ['granted'],
  ],
  ['points on upgrade that are forgotten', { levelsPaidOut: [] }, ['levelsPaidOut']],
])('%s is found', (_what, change, checks) => {
  expect(checksOf({ ...account, ...change })).toEqual(checks)
})

test('a move that does not begin where the one before ended is found', () => {
  const entries = account.tail.filter(({ tier }) => tier?.kind !== 'first')
  const found = auditAccount(account, entries, { count: 2, fen: 151_000 })
  expect(found.filter(({ check }) => check === 'tier')).toHaveLength(1)
})
