import fc from 'fast-check'
import { DEFAULT_BENEFITS, type Benefit } from '../benefits/benefit'
import { levelMultipliers } from '../benefits/levelMultipliers'
import type { Campaign } from '../campaigns/settings'
import { earnOrder } from './earnOrder'
import type { MultiplierRule } from './multipliers'
import { DEFAULT_EARNING, type EarningSettings } from './settings'
import { workedExample, type Sample } from './workedExample'

const SAMPLE: Sample = {
  amountFen: 33_000,
  category: 'tea',
  product: '1',
  tier: 'gold',
  day: '2026-03-10',
  birthday: 'none',
}

const rule = (id: string, rateBp: number, patch: Partial<MultiplierRule> = {}): MultiplierRule => ({
  id,
  name: { zh: id, en: id },
  rateBp,
  when: { of: 'always' },
  goods: { of: 'all' },
  audience: { of: 'everyone' },
  ...patch,
})
const campaign = (id: string, rateBp: number, patch: Partial<Campaign> = {}): Campaign => ({
  id,
  name: { zh: id, en: id },
  isOn: true,
  from: '2026-03-01',
  to: '2026-03-31',
  rateBp,
  goods: { of: 'all' },
  audience: { of: 'everyone' },
  ...patch,
})
const work = (
  earning: Partial<EarningSettings>,
  campaigns: readonly Campaign[] = [],
  sample: Partial<Sample> = {},
) =>
  workedExample(
    {
      earning: { ...DEFAULT_EARNING, ...earning },
      campaigns: { version: 1, campaigns },
      benefits: DEFAULT_BENEFITS,
    },
    { ...SAMPLE, ...sample },
  )
const benefit = (id: string, rateBp: number, patch: Partial<Benefit> = {}): Benefit => ({
  id,
  levelId: 'gold',
  for: 'everyone',
  name: { zh: id, en: id },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: { of: 'pointsMultiplier', rateBp },
  ...patch,
})
const outcomes = (example: ReturnType<typeof work>) =>
  Object.fromEntries(example.multipliers.map(({ id, topic, outcome }) => [`${topic} ${id}`, outcome]))

test('330 yuan by Gold at 1.5 times earn 495, 330 without', () => {
  const gold = rule('gold', 15_000, { audience: { of: 'tiers', tiers: ['gold'] } })
  expect(work({ multipliers: [gold] })).toMatchObject({
    points: 495,
    basePoints: 330,
    growth: 330,
    rateBp: 15_000,
    cappedAtBp: null,
    dailyCap: null,
  })
})

test('every multiplier says what became of it', () => {
  const dates = (from: string, to: string) => ({ when: { of: 'dates', from, to } }) as const
  const example = work(
    {
      multipliers: [
        rule('best', 30_000),
        rule('lesser', 20_000),
        rule('birthday', 20_000, { when: { of: 'birthday' } }),
        rule('month', 20_000, { when: { of: 'birthdayMonth' } }),
        rule('soon', 20_000, dates('2026-03-11', '2026-03-12')),
        rule('gone', 20_000, dates('2026-03-01', '2026-03-09')),
        rule('black', 20_000, { audience: { of: 'tiers', tiers: ['black'] } }),
        rule('cups', 20_000, { goods: { of: 'categories', categories: ['cups'] } }),
      ],
    },
    [
      campaign('off', 20_000, { isOn: false }),
      campaign('soon', 20_000, { from: '2026-03-11' }),
      campaign('gone', 20_000, { to: '2026-03-09' }),
      // The same id as a multiplier that is used.
      campaign('best', 20_000),
    ],
  )
  expect(outcomes(example)).toEqual({
    'earning best': 'used',
    'earning lesser': 'notTheBest',
    'earning birthday': 'notBirthday',
    'earning month': 'notBirthdayMonth',
    'earning soon': 'notYet',
    'earning gone': 'over',
    'earning black': 'otherMembers',
    'earning cups': 'otherGoods',
    'campaigns off': 'off',
    'campaigns soon': 'notYet',
    'campaigns gone': 'over',
    'campaigns best': 'notTheBest',
  })
})

test.each([
  ['day', '2026-03-10', 'used', 'used'],
  ['month', '2026-03-10', 'notBirthday', 'used'],
  ['month', '2026-03-31', 'notBirthday', 'used'],
  ['none', '2026-03-10', 'notBirthday', 'notBirthdayMonth'],
] as const)('a birthday by %s, bought on %s', (birthday, day, onDay, inMonth) => {
  const multipliers = [
    rule('day', 20_000, { when: { of: 'birthday' } }),
    rule('month', 20_000, { when: { of: 'birthdayMonth' } }),
  ]
  const example = work({ multipliers, stacking: 'sumOfExtras' }, [], { birthday, day })
  expect(outcomes(example)).toEqual({ 'earning day': onDay, 'earning month': inMonth })
})

test('a cap on the rate and one on the day are told when they cut', () => {
  const stacked = { multipliers: [rule('a', 30_000), rule('b', 30_000)], stacking: 'product' } as const
  expect(work({ ...stacked, capBp: 50_000 })).toMatchObject({ points: 1_650, cappedAtBp: 50_000 })
  expect(work({ ...stacked, capBp: 90_000 })).toMatchObject({ points: 2_970, cappedAtBp: null })
  expect(work({ dailyCaps: { order: 100 } })).toMatchObject({ points: 100, dailyCap: 100 })
  expect(work({ dailyCaps: { order: 330 } })).toMatchObject({ points: 330, dailyCap: null })
})

test('it is what the order would earn, and names as used just what the order names', () => {
  const rate = fc.integer({ min: 10_001, max: 50_000 })
  fc.assert(
    fc.property(
      fc.array(rate, { maxLength: 4 }),
      fc.array(rate, { maxLength: 4 }),
      fc.array(rate, { maxLength: 3 }),
      fc.constantFrom('best' as const, 'sumOfExtras' as const, 'product' as const),
      fc.nat(1_000_000),
      (rates, more, given, stacking, amountFen) => {
        const earning = {
          ...DEFAULT_EARNING,
          stacking,
          capBp: 60_000,
          multipliers: rates.map((rateBp, i) => rule(String(i), rateBp)),
        }
        const campaigns = { version: 1, campaigns: more.map((rateBp, i) => campaign(String(i), rateBp)) }
        const benefits = { version: 2, benefits: given.map((rateBp, i) => benefit(String(i), rateBp)) }
        const example = workedExample({ earning, campaigns, benefits }, { ...SAMPLE, amountFen })
        const ofLevel = levelMultipliers({ levelId: 'gold', paidSince: null }, benefits)
        const order = earnOrder(
          [{ category: 'tea', product: '1', paidFen: amountFen }],
          { tierId: 'gold', isPaidMember: false, birthday: null, segments: [], ofLevel },
          SAMPLE.day,
          earning,
          campaigns,
        )
        const isUsed = order.parts.flatMap(({ multipliers }) =>
          multipliers.filter((each) => each.isUsed).map(({ id, source }) => `${source.topic} ${id}`),
        )
        expect(example.points).toBe(order.points)
        expect(
          example.multipliers
            .filter(({ outcome }) => outcome === 'used')
            .map(({ id, topic }) => `${topic} ${id}`),
        ).toEqual(isUsed)
      },
    ),
  )
})

test('a benefit of a level says what became of it too; those who paid alone are not tried', () => {
  const benefits = {
    version: 2,
    benefits: [
      benefit('mine', 20_000),
      benefit('less', 15_000),
      benefit('others', 30_000, { levelId: 'diamond' }),
      benefit('paid', 40_000, { for: 'paidOnly' }),
      benefit('another', 1, { perk: { of: 'prioritySupport' } }),
    ],
  }
  const example = workedExample(
    { earning: { ...DEFAULT_EARNING }, campaigns: { version: 1, campaigns: [] }, benefits },
    SAMPLE,
  )
  expect(example).toMatchObject({ points: 660, basePoints: 330, rateBp: 20_000 })
  expect(outcomes(example)).toEqual({
    'benefits benefit:mine': 'used',
    'benefits benefit:less': 'notTheBest',
    'benefits benefit:others': 'otherMembers',
    'benefits benefit:paid': 'otherMembers',
  })
})
