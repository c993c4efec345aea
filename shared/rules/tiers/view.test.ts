import { addDays } from '@shared/kernel/day'
import type { Condition } from './conditions'
import { level, LEVELS, lastDays, sinceUpgrade, spends, start, START, YUAN } from './exampleLevels'
import { goTo, withFacts, withTier, type MemberWalk } from './memberWalk'
import { switchedOff, type TierProgram } from './program'
import { tierView, type TierStanding } from './view'

const lockIn = { singleOrder: true, total: true, extension: { of: 'months', months: 6 } } as const
const YEARLY: Partial<TierProgram> = {
  standard: sinceUpgrade,
  validity: { of: 'calendarYear' },
  lockIn,
}

function seen({ standing, program, today }: MemberWalk): TierStanding {
  const view = tierView(standing, program, today)
  if (!view.isOn) throw new Error('the levels are off')
  return view
}

test('where a member stands, the next level, and each way to it', () => {
  const view = seen(spends(start(), 400))
  expect(view).toMatchObject({ since: START, until: null, by: 'earned', keeping: null })
  expect(view.current).toEqual({
    id: 'regular',
    name: { zh: 'regular', en: 'regular' },
    rank: 0,
    material: 'paper',
    color: null,
    icon: null,
  })
  expect(view.next).toEqual({
    face: { ...view.current, id: 'silver', name: { zh: 'silver', en: 'silver' }, rank: 1 },
    ways: [
      {
        of: 'earned',
        progressBp: 4_000,
        parts: [{ measure: 'spend', have: 40_000, need: 100_000, missing: 60_000, progressBp: 4_000 }],
      },
    ],
    countsFrom: null,
    standard: 'history',
  })
})

test('a level shows its own colour and sign, and the highest has nothing above it', () => {
  const own = level('gold', { measure: 'orders', atLeast: 1 }, { color: '#225588', icon: 'crown' })
  const view = seen(spends(start({ levels: [level('regular', null), own] }), 1))
  expect(view.current).toMatchObject({ id: 'gold', rank: 1, color: '#225588', icon: 'crown' })
  expect(view.next).toBeNull()
})

test('which orders count, and from when', () => {
  const window = seen(spends(start({ standard: lastDays(30), validity: { of: 'days', days: 30 } }), 400))
  expect(window.next).toMatchObject({ standard: 'window', countsFrom: addDays(START, -29) })
  const each = seen(spends(start({ standard: { of: 'eachOrder' } }), 400))
  expect(each.next).toMatchObject({ standard: 'eachOrder', ways: [{ parts: [{ have: 400 * YUAN }] }] })
  const upgraded = seen(spends(start(YEARLY), 1_000))
  expect(upgraded.next).toMatchObject({ standard: 'sinceUpgrade', countsFrom: START })
})

test('how long the level is valid, what keeps it, and what comes otherwise', () => {
  const walk = spends(goTo(spends(start(YEARLY), 1_000), '2026-05-01'), 200)
  const view = seen(walk)
  expect(view).toMatchObject({
    current: { id: 'silver' },
    until: '2027-03-15',
    keeping: {
      face: { id: 'silver' },
      until: '2027-03-15',
      keptUntil: '2027-09-15',
      otherwise: { id: 'regular' },
      ways: [
        { by: 'singleOrder', haveFen: 200 * YUAN, needFen: 300 * YUAN, missingFen: 100 * YUAN },
        { by: 'total', haveFen: 200 * YUAN, needFen: 600 * YUAN, missingFen: 400 * YUAN },
      ],
    },
  })
  expect(seen(spends(walk, 300)).keeping).toMatchObject({
    otherwise: { id: 'silver' },
    ways: [{ missingFen: 0 }, { missingFen: 100 * YUAN }],
  })
})

test('a level that the store gave has its own last day; what was earned goes on under it', () => {
  const walk = spends(start(YEARLY), 1_000)
  const manual = { levelId: 'gold', since: START, until: '2026-06-30' }
  const given = seen(withTier(walk, { manual }))
  expect(given).toMatchObject({
    current: { id: 'gold' },
    by: 'manual',
    until: '2026-06-30',
    next: null,
    keeping: { face: { id: 'silver' }, until: '2027-03-15' },
  })
})

test('paying comes last, and a condition of many groups is told by its nearest ways', () => {
  const either = (amounts: readonly number[]): Condition => ({
    any: amounts.map((atLeast) => ({ measure: 'growth', atLeast })),
  })
  const levels = [
    level('regular', null),
    level(
      'vip',
      {
        all: [
          either([10, 20, 30]),
          {
            any: [
              { measure: 'orders', atLeast: 1 },
              { measure: 'invitations', atLeast: 1 },
              { measure: 'spend', atLeast: 1 },
            ],
          },
        ],
      },
      { kind: 'dual', paid: { priceFen: 9_900, priceFenByLevel: {}, validDays: 365 } },
    ),
  ]
  const walk = withFacts(start({ levels }), { growthDays: [{ day: START, gained: 5, counted: 5 }] })
  const ways = seen(walk).next?.ways ?? []
  expect(ways.map(({ of }) => of)).toEqual([...Array.from({ length: 6 }, () => 'earned'), 'paid'])
  expect(ways.at(-1)).toEqual({ of: 'paid', priceFen: 9_900, validDays: 365 })
})

test('a level that was deleted is seen as the lowest until the member is judged again', () => {
  const walk = spends(start(), 1_000)
  const program = { ...walk.program, levels: LEVELS.filter(({ id }) => id !== 'silver') }
  expect(tierView(walk.standing, program, walk.today)).toMatchObject({ current: { id: 'regular' } })
})

test('while the levels are off there is nothing to be seen of them', () => {
  const { standing, program, today } = spends(start(YEARLY), 1_000)
  expect(tierView(standing, switchedOff(program, today), today)).toEqual({ isOn: false })
})
