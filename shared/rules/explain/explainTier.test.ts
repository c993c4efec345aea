import type { Locale } from '@shared/kernel/words'
import { level, sinceUpgrade, spends, start, START, YUAN } from '../tiers/exampleLevels'
import { goTo, refund, withFacts, withTier, type MemberWalk } from '../tiers/memberWalk'
import { DEFAULT_PROGRAM, switchedOff, type TierProgram } from '../tiers/program'
import { whatDoesNotAddUp } from './explanation'
import { written } from './memberStory'
import { explainTier } from './explainTier'

const explained = ({ standing, program, today }: MemberWalk) => explainTier(standing, program, today)

function lines(walk: MemberWalk, locale?: Locale): string[] {
  const { lines: all } = explained(walk)
  expect(whatDoesNotAddUp(all)).toBeNull()
  return written(all, locale)
}

const grown = (walk: MemberWalk, growth: number) =>
  withFacts(walk, { growthDays: [{ day: START, gained: growth, counted: growth }] })

const YEARLY: Partial<TierProgram> = {
  standard: sinceUpgrade,
  validity: { of: 'calendarYear' },
  lockIn: { singleOrder: true, total: true, extension: { of: 'months', months: 6 } },
}

const dual = level(
  'gold',
  {
    any: [
      {
        all: [
          { measure: 'spend', atLeast: 5_000 * YUAN },
          { measure: 'invitations', atLeast: 2 },
        ],
      },
      { measure: 'growth', atLeast: 15_000 },
    ],
  },
  { kind: 'dual', paid: { priceFen: 9_900, priceFenByLevel: {}, validDays: 365 } },
)

test('what was there when the level was reached, and each way up, nearest first', () => {
  const walk = grown(spends(start({ levels: DEFAULT_PROGRAM.levels }), 420), 422)
  expect(explained(walk).title.en).toBe('Bronze')
  expect(lines(walk)).toEqual([
    'Bronze since 15 Mar 2026.',
    '· 422 When it was reached, 15 Mar 2026: growth (asked for: growth of 200)',
    '· 42000 When it was reached, 15 Mar 2026: total spend (asked for: spend of ¥200.00)',
    'It has no last day.',
    'Way 1 to Silver:',
    '+ 422 So far: growth',
    '+ 578 Missing: growth',
    '= 1000 Needed for Silver: growth',
    'Way 2 to Silver:',
    '+ 42000 So far: total spend',
    '+ 58000 Missing: total spend',
    '= 100000 Needed for Silver: total spend',
  ])
  expect(lines(walk, 'zh').slice(0, 3)).toEqual([
    '自 2026年3月15日起为铜牌会员。',
    '· 422 2026年3月15日达到时的成长值（条件：成长值达到 200）',
    '· 42000 2026年3月15日达到时的累计消费（条件：消费满 ¥200.00）',
  ])
})

test('a way of several parts, one of them reached; paying comes last', () => {
  const walk = withFacts(grown(spends(start({ levels: [level('regular', null), dual] }), 4_000), 3_000), {
    invitations: 2,
  })
  expect(lines(walk)).toEqual([
    'regular since 15 Mar 2026.',
    'Every member has it.',
    'It has no last day.',
    'Way 1 to gold:',
    '+ 400000 So far: total spend',
    '+ 100000 Missing: total spend',
    '= 500000 Needed for gold: total spend',
    '· 2 Reached for gold: invitations',
    'Way 2 to gold:',
    '+ 3000 So far: growth',
    '+ 12000 Missing: growth',
    '= 15000 Needed for gold: growth',
    '· 9900 gold for 365 days, paid',
  ])
  expect(explained(walk).rules).toEqual([
    {
      topic: 'tiers',
      version: 0,
      text: {
        zh: expect.stringContaining(
          'gold的条件：（消费满 ¥5,000.00，且邀请满 2 人），或成长值达到 15,000。',
        ) as string,
        en: expect.stringContaining(
          'gold asks for (spend of ¥5,000.00 and 2 invitations) or growth of 15,000. All spend adds up',
        ) as string,
      },
    },
  ])
})

test('how long it is valid, what keeps it, and what comes otherwise', () => {
  const walk = spends(goTo(spends(start(YEARLY), 1_000), '2026-05-01'), 200)
  expect(lines(walk).slice(2, 9)).toEqual([
    'Valid through 15 Mar 2027.',
    '· 20000 Largest order of this term',
    '· 30000 One order that keeps it',
    '+ 20000 Spend of this term',
    '+ 40000 Missing',
    '= 60000 Spend that keeps it',
    'As things stand, the tier after that is regular.',
  ])
  expect(lines(spends(walk, 300))).toContain('It is kept: after that it goes on through 15 Sep 2027.')
  const kept = goTo(spends(walk, 300), '2027-04-01')
  expect(lines(kept)).toEqual(
    expect.arrayContaining(['Its term was extended by what keeps a tier.', 'Valid through 15 Sep 2027.']),
  )
})

test('a level whose ground was refunded says until when it holds all the same', () => {
  const walk = refund(spends(start(YEARLY), 1_000, 'a'), 'a', 400 * YUAN)
  expect(lines(walk).slice(0, 3)).toEqual([
    'silver since 15 Mar 2026.',
    'Some of what it rests on was refunded since; it holds until tiers are evaluated next.',
    'Valid through 15 Mar 2027.',
  ])
})

test('where orders stand each for itself nothing is said to be missing but one order', () => {
  expect(lines(spends(start({ standard: { of: 'eachOrder' } }), 400)).slice(2)).toEqual([
    'It has no last day.',
    '· 40000 So far: largest order',
    '· 100000 One order needed for silver',
  ])
})

test('a level that the store gave, and the earned one under it', () => {
  const walk = spends(start(YEARLY), 1_000)
  const given = withTier(walk, { manual: { levelId: 'gold', since: START, until: '2026-06-30' } })
  const [since, ground, valid, under, ...others] = lines(given)
  expect([since, ground, valid, under]).toEqual([
    'gold since 15 Mar 2026.',
    'The store gave it.',
    'Valid through 30 Jun 2026.',
    'The tier that was earned is silver, valid through 15 Mar 2027.',
  ])
  expect(others.at(-1)).toBe('This is the highest tier.')
  const paid = { levelId: 'gold', since: START, until: '2027-03-15' }
  expect(lines(withTier(walk, { paid }))[1]).toBe('It was paid for.')
})

test('from when orders count', () => {
  expect(lines(spends(start(YEARLY), 1_000))).toContain('Orders since 15 Mar 2026 count.')
})

test('a condition of many groups stays readable', () => {
  const any = (measure: 'growth' | 'orders', amounts: readonly number[]) => ({
    any: amounts.map((atLeast) => ({ measure, atLeast })),
  })
  const many = level('many', { all: [any('growth', [100, 200]), any('orders', [10, 20])] })
  const all = lines(start({ levels: [level('regular', null), many] }))
  expect(all.at(-1)).toBe('There is one way more.')
  expect(all.filter((line) => line.startsWith('Way'))).toHaveLength(3)
})

test('while the levels are off it tells of none', () => {
  const { standing, program, today } = spends(start(), 1_000)
  expect(explainTier(standing, switchedOff(program, today), today)).toEqual({
    title: { zh: '会员等级', en: 'Membership tiers' },
    lines: [
      expect.objectContaining({
        label: { zh: '会员等级目前没有启用。', en: 'Tiers are switched off at present.' },
      }),
    ],
    rules: [],
    source: null,
  })
})
