import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import { benefitsOfLevel } from '@shared/rules/tiers/levelBenefits'
import { DEFAULT_PROGRAM, levelAt } from '@shared/rules/tiers/program'
import { newBenefit, type Kind } from './benefitEdits'
import { brought, comparedWithBelow } from './compare'

const benefit = (id: string, levelId: string, kind: Kind, perk: Partial<Perk> = {}): Benefit => {
  const begun = newBenefit(id, levelId, kind, '2026-03-10')
  return { ...begun, perk: { ...begun.perk, ...perk } as Perk }
}
const own = (id: string, levelId: string, zh: string): Benefit => ({
  ...benefit(id, levelId, 'custom'),
  name: { zh, en: zh },
})
const ids = (benefits: readonly Benefit[]) => benefits.map(({ id }) => id)

const benefits = [
  benefit('s1', 'silver', 'discount', { rateBp: 9_500 }),
  benefit('s2', 'silver', 'pointsMultiplier', { rateBp: 20_000 }),
  benefit('s3', 'silver', 'voucher'),
  benefit('s4', 'silver', 'pointsOnUpgrade'),
  own('s5', 'silver', '优先发货'),
  benefit('g1', 'gold', 'discount', { rateBp: 9_000 }),
  benefit('g2', 'gold', 'pointsMultiplier', { rateBp: 15_000 }),
  benefit('g3', 'gold', 'earlyAccess'),
  own('g4', 'gold', '专属顾问'),
]

test('a level says what it adds to the one below, and what of that it lacks or has less of', () => {
  const { adds, lacking, less } = comparedWithBelow(benefits, 'gold', 'silver')
  expect([...adds]).toEqual([
    ['g1', 'more'],
    ['g3', 'new'],
    ['g4', 'new'],
  ])
  // Points on upgrade are of their level alone: who climbs loses nothing.
  expect(ids(lacking)).toEqual(['s3', 's5'])
  expect(ids(less)).toEqual(['s2'])
})

test('it says so as members are told', () => {
  const { adds } = comparedWithBelow(benefits, 'gold', 'silver')
  for (const { benefit: each, added } of benefitsOfLevel(benefits, 'gold', 'silver'))
    expect([each.id, adds.get(each.id) ?? 'same']).toEqual([each.id, added])
})

test('the lowest level has nothing to be compared with', () => {
  expect(comparedWithBelow(benefits, 'silver', undefined)).toEqual({ adds: new Map(), lacking: [], less: [] })
})

test('what is lacking is brought up as benefits of their own; for those who paid only where one can pay', () => {
  const gold = levelAt(DEFAULT_PROGRAM, 3)
  const paid = { ...benefit('s9', 'silver', 'prioritySupport'), for: 'paidOnly' as const }
  const all = brought(benefits, [paid], { ...gold, kind: 'basic' }, () => 'n')
  expect(all).toEqual([...benefits, { ...paid, id: 'n', levelId: 'gold', for: 'everyone' }])
  expect(brought([], [paid], { ...gold, kind: 'dual' }, () => 'n')[0]?.for).toBe('paidOnly')
})
