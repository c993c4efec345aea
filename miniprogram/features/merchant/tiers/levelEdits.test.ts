import type { Benefit } from '@shared/rules/benefits/benefit'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import { impossible } from '@shared/rules/tiers/impossible'
import { DEFAULT_PROGRAM, type Level } from '@shared/rules/tiers/program'
import { rulesOf, withRules } from '@shared/rules/tiers/tierRules'
import { benefitsAfter, moved, newLevel, withoutLevel } from './levelEdits'

const tiers = rulesOf(DEFAULT_PROGRAM)
const ids = (levels: readonly Level[]) => levels.map(({ id }) => id).join(' ')
const benefit = (id: string, levelId: string, change: Partial<Benefit> = {}): Benefit => ({
  id,
  levelId,
  for: 'everyone',
  name: { zh: '优先', en: 'Priority' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: { of: 'prioritySupport' },
  ...change,
})

const refusals = ({ tiers: rules, benefits }: { tiers: typeof tiers; benefits: readonly Benefit[] }) => {
  const program = withRules(DEFAULT_PROGRAM, rules)
  return [...impossible(program), ...impossibleBenefits({ version: 1, benefits }, program)]
}

test('a level goes one place up or down; the lowest stays the lowest', () => {
  expect(ids(moved(tiers.levels, 'gold', 1))).toBe('regular bronze silver diamond gold black')
  expect(ids(moved(tiers.levels, 'gold', -1))).toBe('regular bronze gold silver diamond black')
  for (const [id, by] of [
    ['regular', 1],
    ['bronze', -1],
    ['black', 1],
    ['nobody', 1],
  ] as const)
    expect(moved(tiers.levels, id, by)).toBe(tiers.levels)
})

test('a level that is deleted takes its benefits and the prices for its members along', () => {
  const dual: Level = {
    ...newLevel('vip'),
    name: { zh: '贵宾', en: 'VIP' },
    kind: 'dual',
    condition: { measure: 'spend', atLeast: 1 },
    paid: { priceFen: 100, priceFenByLevel: { gold: 50, silver: 70 }, validDays: 30 },
  }
  const draft = {
    tiers: { ...tiers, levels: [...tiers.levels, dual] },
    benefits: [benefit('a', 'gold'), benefit('b', 'silver')],
  }
  expect(refusals(draft)).toEqual([])
  const after = withoutLevel(draft, 'gold')
  expect(ids(after.tiers.levels)).toBe('regular bronze silver diamond black vip')
  expect(after.tiers.levels.at(-1)?.paid?.priceFenByLevel).toEqual({ silver: 70 })
  expect(after.benefits.map(({ id }) => id)).toEqual(['b'])
  expect(refusals(after)).toEqual([])
})

test('without the lowest level the next one is everybody’s, and gives nothing for climbing or paying', () => {
  const benefits = [
    benefit('a', 'bronze'),
    benefit('b', 'bronze', { perk: { of: 'pointsOnUpgrade', points: 100 } }),
    benefit('c', 'bronze', { for: 'paidOnly' }),
    benefit('d', 'gold', { perk: { of: 'pointsOnUpgrade', points: 100 } }),
  ]
  const after = withoutLevel({ tiers, benefits }, 'regular')
  expect(after.tiers.levels[0]).toMatchObject({ id: 'bronze', kind: 'basic', condition: null, paid: null })
  expect(after.benefits.map(({ id }) => id)).toEqual(['a', 'd'])
  expect(refusals(after)).toEqual([])
})

test('on a level that is only sold, what was for those who paid is for everybody; nowhere else is a benefit widened', () => {
  const mine = [benefit('a', 'gold', { for: 'paidOnly' }), benefit('b', 'black', { for: 'paidOnly' })]
  const gold = newLevel('gold')
  expect(benefitsAfter({ ...gold, kind: 'paid' }, mine).map((each) => each.for)).toEqual([
    'everyone',
    'paidOnly',
  ])
  expect(benefitsAfter(gold, mine)).toBe(mine)
})
