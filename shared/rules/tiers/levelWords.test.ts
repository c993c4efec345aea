import { keepWords, levelConditionWords } from './levelWords'
import { level, program, spend, YUAN } from './exampleLevels'
import type { SpendStandard, TierProgram } from './program'
import { programWords } from './programWords'

const gold = level('gold', {
  any: [
    { all: [spend(5_000), { measure: 'invitations', atLeast: 2 }] },
    { measure: 'growth', atLeast: 15_000 },
  ],
})
const lockIn = { singleOrder: true, total: true, extension: { of: 'months', months: 12 } } as const

test('a condition as members read it', () => {
  expect(levelConditionWords(gold, program())).toEqual({
    zh: '（消费满 ¥5,000.00，且邀请满 2 人），或成长值达到 15,000',
    en: '(spend of ¥5,000.00 and 2 invitations) or growth of 15,000',
  })
  expect(levelConditionWords(level('sold', null), program())).toBeNull()
})

test('where orders do not add up, spend is one order', () => {
  const each = program({ standard: { of: 'eachOrder' } })
  expect(levelConditionWords(level('silver', spend(1_000)), each)?.en).toBe('one order of ¥1,000.00')
  const largest = level('silver', { measure: 'largestOrder', atLeast: 800 * YUAN })
  expect(levelConditionWords(largest, program())?.zh).toBe('单笔消费满 ¥800.00')
})

test('what keeps a level: only what the store has set', () => {
  expect(keepWords(gold, program({ lockIn }))).toEqual({
    zh: '有效期内单笔消费满 ¥300.00，或累计消费满 ¥600.00，即可保级，延长 12 个月',
    en: 'Kept for 12 months more by one order of ¥300.00 or ¥600.00 spent in all during its validity',
  })
  const single = { ...lockIn, total: false, extension: { of: 'days', days: 1 } } as const
  expect(keepWords(gold, program({ lockIn: single }))?.en).toBe(
    'Kept for 1 day more by one order of ¥300.00 during its validity',
  )
  expect(keepWords(gold, program())).toBeNull()
  expect(
    keepWords({ ...gold, keep: { singleOrderFen: null, totalFen: null } }, program({ lockIn })),
  ).toBeNull()
})

const english = (settings: Partial<TierProgram>) => programWords(program(settings)).map(({ en }) => en)

test('the rules in words say what holds, and nothing else', () => {
  expect(english({})).toEqual([
    'All spend adds up, past orders included.',
    'Spend is what was paid, less refunds. An upgrade comes at once, straight to the highest tier earned.',
    'A tier has no last day.',
    'A refund after which the condition is no longer met lowers the tier.',
  ])
  const year = english({
    standard: { of: 'total', period: { of: 'window', length: { of: 'months', months: 12 } } },
    activeFrom: '2026-01-01',
    validity: { of: 'calendarYear' },
    lockIn,
  })
  expect(year).toEqual([
    'Spend of the last 12 months adds up, today included.',
    expect.any(String),
    'Orders since 1 Jan 2026 count.',
    'A tier is valid for one year from the day it is reached. At its end a tier that was not kept is evaluated anew.',
    'Reaching the amount that keeps a tier adds 12 months to it; the order that reached the tier does not count for that.',
    'A refund does not lower a tier before its end; a change of the rules evaluates it anew.',
  ])
})

test('each standard, each validity and what was paid for have a sentence of their own', () => {
  const first = (standard: SpendStandard) => english({ standard })[0]
  const said = [
    first({ of: 'eachOrder' }),
    first({ of: 'total', period: { of: 'history', imported: false } }),
    first({ of: 'total', period: { of: 'sinceUpgrade' } }),
  ]
  expect(new Set(said).size).toBe(3)
  expect(english({ standard: { of: 'eachOrder' }, validity: { of: 'days', days: 90 } })[2]).toBe(
    'A tier is valid for 90 days from the day it is reached. At its end it is evaluated anew.',
  )
  expect(english({ standard: { of: 'eachOrder' } }).at(-1)).toBe(
    'A refund does not lower a tier; a change of the rules evaluates it anew.',
  )
  const paid = { priceFen: 9_900, priceFenByLevel: {}, validDays: 30 }
  const sold = (lowerPaid: 'pauses' | 'ends') =>
    english({ levels: [level('regular', null), level('vip', null, { kind: 'paid', paid })], lowerPaid }).at(
      -1,
    )
  expect(sold('pauses')).toContain('the days left of a lower one wait')
  expect(sold('ends')).toContain('a higher one ends the lower one')
})
