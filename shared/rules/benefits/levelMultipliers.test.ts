import * as fc from 'fast-check'
import type { MultiplierRule } from '../earning/multipliers'
import { earnOrder } from '../earning/earnOrder'
import { earningFacts } from '../earning/facts'
import { DEFAULT_EARNING } from '../earning/settings'
import { stack, type Stacking } from '../earning/stack'
import { DEFAULT_PROGRAM, switchedOff, switchedOn, type TierProgram } from '../tiers/program'
import { firstTier, type TierState } from '../tiers/tierState'
import type { Benefit } from './benefit'
import { levelMultipliers } from './levelMultipliers'

const TODAY = '2026-03-10'
const CAMPAIGNS = { version: 1, campaigns: [] }
const line = { category: null, product: null, paidFen: 33_000 }

const benefit = (id: string, rateBp: number, patch: Partial<Benefit> = {}): Benefit => ({
  id,
  levelId: 'gold',
  for: 'everyone',
  name: { zh: '积分加倍', en: 'More points' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: { of: 'pointsMultiplier', rateBp },
  ...patch,
})
const gold: TierState = { ...firstTier(DEFAULT_PROGRAM, '2026-01-01'), id: 'gold' }
const facts = (benefits: readonly Benefit[], tier = gold, tiers: TierProgram = DEFAULT_PROGRAM) =>
  earningFacts({ _id: 'm', tier, birthday: null } as never, { tiers, benefits: { version: 7, benefits } })
const points = (...made: Parameters<typeof facts>) =>
  earnOrder([line], facts(...made), TODAY, DEFAULT_EARNING, CAMPAIGNS).points

const paid = { levelId: 'gold', since: '2026-02-01', until: '2027-01-31' }

test('330 yuan by Gold at 1.5 times earn 495, and by another level 330', () => {
  expect(points([benefit('b', 15_000)])).toBe(495)
  expect(points([benefit('b', 15_000)], { ...gold, id: 'silver' })).toBe(330)
  expect(points([benefit('b', 15_000, { levelId: 'gone' })])).toBe(330)
})

test('what is for those who paid multiplies for them alone', () => {
  const only = benefit('b', 20_000, { for: 'paidOnly' })
  expect(points([only])).toBe(330)
  expect(points([only], { ...gold, by: 'paid', paid })).toBe(660)
  expect(points([only], { ...gold, paid: { ...paid, levelId: 'silver' } })).toBe(330)
})

test('while the levels are off nothing is multiplied', () => {
  const off = switchedOff(DEFAULT_PROGRAM, TODAY)
  expect(points([benefit('b', 15_000)], gold, off)).toBe(330)
  expect(points([benefit('b', 15_000)], gold, switchedOn(off, TODAY))).toBe(495)
})

test('an order keeps its name, its rate and the version that it stands in, used or not', () => {
  const double: MultiplierRule = {
    id: 'b',
    name: { zh: '双倍', en: 'Double' },
    rateBp: 20_000,
    when: { of: 'always' },
    goods: { of: 'all' },
    audience: { of: 'everyone' },
  }
  const earning = { ...DEFAULT_EARNING, multipliers: [double] }
  const { parts } = earnOrder([line], facts([benefit('b', 15_000)]), TODAY, earning, CAMPAIGNS)
  expect(parts.map(({ multipliers }) => multipliers)).toEqual([
    [
      expect.objectContaining({ id: 'b', isUsed: true }),
      {
        id: 'benefit:b',
        name: { zh: '积分加倍', en: 'More points' },
        rateBp: 15_000,
        source: { topic: 'benefits', version: 7 },
        isUsed: false,
      },
    ],
  ])
})

test('benefits and multipliers combine by the store’s rule, under its cap', () => {
  const rate = fc.integer({ min: 10_001, max: 60_000 })
  const rates = fc.array(rate, { maxLength: 4 })
  const stacking = fc.constantFrom<Stacking>('best', 'sumOfExtras', 'product')
  const cap = fc.option(fc.integer({ min: 10_000, max: 200_000 }))
  fc.assert(
    fc.property(rates, rates, stacking, cap, (standing, given, way, capBp) => {
      const rules = standing.map((rateBp, i): MultiplierRule => ({
        id: String(i),
        name: { zh: '倍', en: 'times' },
        rateBp,
        when: { of: 'always' },
        goods: { of: 'all' },
        audience: { of: 'everyone' },
      }))
      const earning = { ...DEFAULT_EARNING, multipliers: rules, stacking: way, capBp }
      const held = facts(given.map((rateBp, i) => benefit(String(i), rateBp)))
      const [part] = earnOrder([line], held, TODAY, earning, CAMPAIGNS).parts
      const all = [...standing, ...given].map((rateBp, i) => ({ id: String(i), rateBp }))
      const expected = stack(all, way, capBp)
      expect([part?.rateBp, part?.isCapped]).toEqual([expected.rateBp, expected.capped])
      expect(part?.multipliers.filter(({ isUsed }) => isUsed)).toHaveLength(expected.used.length)
    }),
  )
})

test('other kinds multiply nothing', () => {
  const other = benefit('b', 0, { perk: { of: 'prioritySupport' } })
  expect(levelMultipliers({ levelId: 'gold', paidSince: null }, { version: 1, benefits: [other] })).toEqual(
    [],
  )
  expect(levelMultipliers(null, { version: 1, benefits: [benefit('b', 15_000)] })).toEqual([])
})
