import type { Benefit } from '@shared/rules/benefits/benefit'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import { DEFAULT_UPLIFTS_BP, factOf } from '@shared/rules/assistant/inputs'
import { NEW_LEVELS } from '@shared/rules/assistant/newLevels'
import { propose } from '@shared/rules/assistant/propose'
import { impossible } from '@shared/rules/tiers/impossible'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, withRules } from '@shared/rules/tiers/tierRules'
import { newLevel } from '../tiers/levelEdits'
import { applyProposal, countsLastYear, keepsByTotal, type Content } from './applyProposal'

const tiers = rulesOf(DEFAULT_PROGRAM)
const benefit = (levelId: string): Benefit => ({
  id: `of-${levelId}`,
  levelId,
  for: 'everyone',
  name: { zh: '优先', en: 'Priority' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: { of: 'prioritySupport' },
})
const content: Content = { tiers, benefits: [benefit('silver'), benefit('black')] }

/** A ladder of so many levels from an average order of 100 yuan: 200, 400, 800 … kept by some three quarters of it. */
const ladder = (levels: number) => ({
  proposal: propose({
    netSpendFen: [],
    twoYears: [],
    facts: {
      averageOrderFen: factOf(0, 10_000),
      repurchaseRateBp: factOf(0, null),
      levels: factOf(0, levels),
      marginBp: null,
    },
    benefitCostFen: null,
    upliftsBp: DEFAULT_UPLIFTS_BP,
    benchmark: null,
  }),
  newLevels: [...NEW_LEVELS],
})

const told = ({ tiers: { levels } }: Content) =>
  levels.map(({ id, condition, keep }) => [
    id,
    condition && 'measure' in condition && condition.atLeast,
    keep.totalFen,
  ])
const refusals = ({ tiers: rules, benefits }: Content) => {
  const program = withRules(DEFAULT_PROGRAM, rules)
  return [...impossible(program), ...impossibleBenefits({ version: 1, benefits }, program)]
}

test('as many levels: each keeps its name, look and benefits, and is reached by what it now takes', () => {
  const applied = applyProposal(content, ladder(5), false)
  expect(told(applied)).toEqual([
    ['regular', null, null],
    ['bronze', 20_000, null],
    ['silver', 40_000, null],
    ['gold', 80_000, null],
    ['diamond', 160_000, null],
    ['black', 320_000, null],
  ])
  expect(applied.tiers.levels.map(({ name }) => name)).toEqual(tiers.levels.map(({ name }) => name))
  expect(applied.benefits).toEqual(content.benefits)
  expect(applied.tiers).toEqual({ ...tiers, levels: applied.tiers.levels })
  expect(refusals(applied)).toEqual([])
})

test('by the year: the last 12 months count, a level lasts a year, and a total keeps it', () => {
  const applied = applyProposal(content, ladder(2), true)
  expect([countsLastYear(tiers), keepsByTotal(tiers)]).toEqual([false, false])
  expect([countsLastYear(applied.tiers), keepsByTotal(applied.tiers)]).toEqual([true, true])
  expect(applied.tiers.validity).toEqual({ of: 'calendarYear' })
  expect(told(applied)).toEqual([
    ['regular', null, null],
    ['bronze', 20_000, 15_000],
    ['silver', 40_000, 30_000],
  ])
  expect(refusals(applied)).toEqual([])
})

test('the amount that keeps a level goes where the draft asks for it, and nowhere else', () => {
  const lockIn = { singleOrder: true, total: false, extension: { of: 'days', days: 90 } } as const
  const mine = { ...content, tiers: { ...tiers, validity: { of: 'calendarYear' } as const, lockIn } }
  expect(told(applyProposal(mine, ladder(2), false)).map(([, , keep]) => keep)).toEqual([null, null, null])
  const both = { ...mine, tiers: { ...mine.tiers, lockIn: { ...lockIn, total: true } } }
  const applied = applyProposal(both, ladder(2), false)
  expect(told(applied).map(([, , keep]) => keep)).toEqual([null, 15_000, 30_000])
  expect(applied.tiers.lockIn).toEqual(both.tiers.lockIn)
})

test('fewer levels: what is above them goes, with what it gave', () => {
  const applied = applyProposal(content, ladder(3), false)
  expect(applied.tiers.levels.map(({ id }) => id)).toEqual(['regular', 'bronze', 'silver', 'gold'])
  expect(applied.benefits).toEqual([benefit('silver')])
  expect(refusals(applied)).toEqual([])
})

test('more levels: new ones above the draft’s own, each with an id and a name of its own', () => {
  const vip = { ...newLevel('vip'), name: { zh: '贵宾', en: 'VIP' } }
  const [free, bronze] = tiers.levels
  const own = { tiers: { ...tiers, levels: [free!, bronze!, vip] }, benefits: [] }
  const applied = applyProposal(own, ladder(8), true)
  expect(applied.tiers.levels.map(({ id }) => id)).toEqual([
    'regular',
    'bronze',
    'vip',
    'silver',
    'gold',
    'diamond',
    'black',
    'level-6',
    'level-7',
  ])
  expect(refusals(applied)).toEqual([])
  expect(refusals(applyProposal(content, ladder(10), true))).toEqual([])
})

test('a proposal that was applied can be applied again, and changes nothing', () => {
  const once = applyProposal(content, ladder(7), true)
  expect(applyProposal(once, ladder(7), true)).toEqual(once)
})
