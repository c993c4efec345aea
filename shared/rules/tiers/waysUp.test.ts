import type { Day } from '@shared/kernel/day'
import fc from 'fast-check'
import { conditionWords, holds, MEASURES, waysOf, type Condition, type Measures } from './conditions'
import { buy, goTo, startWalk, withFacts } from './memberWalk'
import { DEFAULT_PROGRAM, switchedOff, type TierProgram } from './program'
import { missingIn, nextLevel, wayWords } from './waysUp'

const START: Day = '2026-03-15'
const gold: Condition = {
  any: [
    {
      all: [
        { measure: 'spend', atLeast: 500_000 },
        { measure: 'invitations', atLeast: 2 },
      ],
    },
    { measure: 'growth', atLeast: 15_000 },
  ],
}
const [regular] = DEFAULT_PROGRAM.levels
if (!regular) throw new Error('there is no level to begin with')
const goldLevel = { ...regular, id: 'gold', name: { zh: '黄金会员', en: 'Gold' }, condition: gold }
const program: TierProgram = { ...DEFAULT_PROGRAM, levels: [regular, goldLevel] }
const growth = (gained: number) => [{ day: START, gained, counted: gained }]

test('Gold = all(spend ≥ 5,000 yuan, invitations ≥ 2) or growth ≥ 15,000', () => {
  const start = startWalk(program, START)
  const spent = buy(start, 'a', 500_000)
  const level = (walk: typeof start) => walk.standing.tier.id
  expect([level(spent), level(withFacts(spent, { invitations: 2 }))]).toEqual(['regular', 'gold'])
  expect(level(withFacts(start, { invitations: 2 }))).toBe('regular')
  expect(level(withFacts(start, { growthDays: growth(15_000) }))).toBe('gold')
  expect(withFacts(start, { growthDays: growth(15_000) }).decisions.at(-1)).toMatchObject({
    kind: 'up',
    cause: { of: 'reached', met: [{ measure: 'growth', atLeast: 15_000 }] },
    reason: { zh: '成长值达到 15000', en: 'Reached 15000 growth points' },
  })
})

test('tells each way up with what is missing of it, the nearest first', () => {
  const { standing } = withFacts(buy(startWalk(program, START), 'a', 400_000), {
    growthDays: growth(14_200),
    invitations: 2,
  })
  const next = nextLevel(standing, program, START)
  expect(next?.level.id).toBe('gold')
  expect(next?.ways).toEqual([
    {
      of: 'earned',
      progressBp: 9_466,
      parts: [{ measure: 'growth', have: 14_200, need: 15_000, missing: 800, progressBp: 9_466 }],
    },
    {
      of: 'earned',
      progressBp: 8_000,
      parts: [
        { measure: 'spend', have: 400_000, need: 500_000, missing: 100_000, progressBp: 8_000 },
        { measure: 'invitations', have: 2, need: 2, missing: 0, progressBp: 10_000 },
      ],
    },
  ])
  expect(next?.ways.map((way) => wayWords(way, goldLevel, program))).toEqual([
    { zh: '还差 800 成长值，即可升级为黄金会员', en: '800 growth points away from Gold' },
    { zh: '还差 消费 1000.00 元，即可升级为黄金会员', en: '¥1000.00 of spend away from Gold' },
  ])
})

test('a way of several parts names each that is missing, and is as far as the one that is least far', () => {
  const { standing } = buy(startWalk(program, START), 'a', 400_000)
  const [, way] = nextLevel(standing, program, START)?.ways ?? []
  const [first] = nextLevel(standing, program, START)?.ways ?? []
  if (way?.of !== 'earned' || first?.of !== 'earned') throw new Error('two ways are expected')
  // Both are at nothing; the one that lacks less comes first.
  expect([first.progressBp, way.progressBp, missingIn(first).length, missingIn(way).length]).toEqual([
    0, 0, 1, 2,
  ])
  expect(wayWords(way, goldLevel, program).en).toBe('¥1000.00 of spend and 2 invitations away from Gold')
})

test('where each order stands for itself, it takes one order of the whole amount', () => {
  const each: TierProgram = {
    ...program,
    standard: { of: 'eachOrder' },
    levels: [regular, { ...goldLevel, condition: { measure: 'spend', atLeast: 500_000 } }],
  }
  const next = nextLevel(buy(startWalk(each, START), 'a', 400_000).standing, each, START)
  expect(next?.ways.map((way) => wayWords(way, goldLevel, each).en)).toEqual([
    'one order of ¥5000.00 away from Gold',
  ])
})

test('tells from when spend counts', () => {
  const from = (change: Partial<TierProgram>) => {
    const changed = { ...program, ...change }
    const walk = goTo(startWalk(changed, START), '2026-06-15')
    return nextLevel(walk.standing, changed, walk.today)?.countsFrom
  }
  const window = { of: 'total', period: { of: 'window', length: { of: 'days', days: 30 } } } as const
  expect([from({}), from({ activeFrom: START }), from({ standard: window })]).toEqual([
    null,
    START,
    '2026-05-17',
  ])
})

test('nothing is above the highest level, and nothing to be reached while the levels are off', () => {
  const off = switchedOff(program, START)
  expect(nextLevel(startWalk(program, START).standing, off, START)).toBeNull()
  const { standing } = withFacts(startWalk(program, START), { growthDays: growth(15_000) })
  expect(nextLevel(standing, program, START)).toBeNull()
})

test('a condition in words shows its groups', () => {
  expect(conditionWords(gold)).toEqual({
    zh: '（消费满 5000.00 元，且邀请满 2 人），或成长值达到 15000',
    en: '(spend of ¥5000.00 and 2 invitations) or 15000 growth points',
  })
})

const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ measure: fc.constantFrom(...MEASURES), atLeast: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}))
const anyMeasures: fc.Arbitrary<Measures> = fc.record({
  spend: fc.nat(5),
  largestOrder: fc.nat(5),
  growth: fc.nat(5),
  invitations: fc.nat(5),
  orders: fc.nat(5),
})

test('a condition holds exactly when one of its ways is gone to the end', () => {
  fc.assert(
    fc.property(anyCondition, anyMeasures, (condition, measures) => {
      const isOne = waysOf(condition).some((way) => way.every((leaf) => holds(leaf, measures)))
      expect(isOne).toBe(holds(condition, measures))
    }),
  )
})
