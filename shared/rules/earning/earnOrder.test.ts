import type { Campaign } from '../campaigns/settings'
import { earnOrder } from './earnOrder'
import type { EarningFacts, MultiplierRule } from './multipliers'
import { DEFAULT_EARNING, type EarningSettings } from './settings'

const TODAY = '2026-06-18'

const nobody: EarningFacts = {
  tierId: 'regular',
  isPaidMember: false,
  birthday: null,
  segments: [],
  ofLevel: [],
}

const rule = (patch: Partial<MultiplierRule>): MultiplierRule => ({
  id: 'rule',
  name: { zh: '规则', en: 'Rule' },
  rateBp: 20_000,
  when: { of: 'always' },
  goods: { of: 'all' },
  audience: { of: 'everyone' },
  ...patch,
})

const campaign = (patch: Partial<Campaign>): Campaign => ({
  id: 'campaign',
  name: { zh: '活动', en: 'Campaign' },
  isOn: true,
  from: '2026-06-01',
  to: '2026-06-18',
  rateBp: 30_000,
  goods: { of: 'all' },
  audience: { of: 'everyone' },
  ...patch,
})

const earning = (patch: Partial<EarningSettings>): EarningSettings => ({
  ...DEFAULT_EARNING,
  version: 4,
  ...patch,
})

const line = (paidFen: number, category: string | null = null, product: string | null = null) => ({
  paidFen,
  category,
  product,
})

function points(
  settings: EarningSettings,
  campaigns: readonly Campaign[] = [],
  facts = nobody,
  today = TODAY,
  lines = [line(10_000)],
) {
  return earnOrder(lines, facts, today, settings, { version: 9, campaigns }).points
}

test.each([
  ['always', rule({}), nobody, 200],
  ['for a tier', rule({ audience: { of: 'tiers', tiers: ['gold'] } }), { ...nobody, tierId: 'gold' }, 200],
  ['not for another tier', rule({ audience: { of: 'tiers', tiers: ['gold'] } }), nobody, 100],
  ['for paid members', rule({ audience: { of: 'paidMembers' } }), { ...nobody, isPaidMember: true }, 200],
  ['not for who did not pay', rule({ audience: { of: 'paidMembers' } }), nobody, 100],
  [
    'for a segment',
    rule({ audience: { of: 'segment', segment: 'vip' } }),
    { ...nobody, segments: ['vip'] },
    200,
  ],
  ['not outside a segment', rule({ audience: { of: 'segment', segment: 'vip' } }), nobody, 100],
  ['on the birthday', rule({ when: { of: 'birthday' } }), { ...nobody, birthday: '1990-06-18' }, 200],
  ['not the day after', rule({ when: { of: 'birthday' } }), { ...nobody, birthday: '1990-06-17' }, 100],
  [
    'in the birthday month',
    rule({ when: { of: 'birthdayMonth' } }),
    { ...nobody, birthday: '1990-06-02' },
    200,
  ],
  ['not in another', rule({ when: { of: 'birthdayMonth' } }), { ...nobody, birthday: '1990-07-18' }, 100],
  ['without a birthday never', rule({ when: { of: 'birthdayMonth' } }), nobody, 100],
  ['from a day', rule({ when: { of: 'dates', from: TODAY, to: '2026-06-30' } }), nobody, 200],
  ['to a day, which counts', rule({ when: { of: 'dates', from: '2026-06-01', to: TODAY } }), nobody, 200],
  ['not before', rule({ when: { of: 'dates', from: '2026-06-19', to: '2026-06-30' } }), nobody, 100],
  ['not after', rule({ when: { of: 'dates', from: '2026-06-01', to: '2026-06-17' } }), nobody, 100],
] as const)('a multiplier holds %s', (_when, multiplier, facts, expected) => {
  expect(points(earning({ multipliers: [multiplier] }), [], facts)).toBe(expected)
})

test('a birthday on 29 February is kept on the 28th in other years', () => {
  const settings = earning({ multipliers: [rule({ when: { of: 'birthday' } })] })
  const facts = { ...nobody, birthday: '2000-02-29' }
  expect(
    ['2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29'].map((day) => points(settings, [], facts, day)),
  ).toEqual([200, 100, 100, 200])
})

test('triple for a category or a product multiplies those lines alone', () => {
  const lines = [line(10_000, 'coffee', 'beans'), line(5_000, 'tea', 'oolong'), line(1_000)]
  const categories = campaign({ goods: { of: 'categories', categories: ['coffee'] } })
  const products = campaign({ goods: { of: 'products', products: ['oolong'] } })
  expect(points(earning({}), [categories], nobody, TODAY, lines)).toBe(300 + 50 + 10)
  expect(points(earning({}), [products], nobody, TODAY, lines)).toBe(100 + 150 + 10)
})

test.each([
  ['2026-05-31', 100],
  ['2026-06-01', 300],
  ['2026-06-18', 300],
  ['2026-06-19', 100],
])('a campaign runs from a day to a day: on %s it makes %d of 100', (day, expected) => {
  expect(points(earning({}), [campaign({})], nobody, day)).toBe(expected)
})

test('a campaign that is off, or for others, makes nothing', () => {
  expect(points(earning({}), [campaign({ isOn: false })])).toBe(100)
  expect(points(earning({}), [campaign({ audience: { of: 'tiers', tiers: ['black'] } })])).toBe(100)
})

test.each([
  ['best', null, 300],
  ['sumOfExtras', null, 400],
  ['product', null, 600],
  ['product', 50_000, 500],
] as const)('double and triple under %s with a cap of %s make %d of 100', (stacking, capBp, expected) => {
  expect(points(earning({ stacking, capBp, multipliers: [rule({})] }), [campaign({})])).toBe(expected)
})

test('every multiplier that held is named with the version it stands in, used or not', () => {
  const settings = earning({ multipliers: [rule({ id: 'double' })] })
  const { parts } = earnOrder([line(10_000)], nobody, TODAY, settings, {
    version: 9,
    campaigns: [campaign({ id: 'june' })],
  })
  expect(parts).toEqual([
    {
      paidFen: 10_000,
      rateBp: 30_000,
      isCapped: false,
      multipliers: [
        {
          id: 'double',
          name: { zh: '规则', en: 'Rule' },
          rateBp: 20_000,
          source: { topic: 'earning', version: 4 },
          isUsed: false,
        },
        {
          id: 'june',
          name: { zh: '活动', en: 'Campaign' },
          rateBp: 30_000,
          source: { topic: 'campaigns', version: 9 },
          isUsed: true,
        },
      ],
    },
  ])
})

test('points round down once an order; growth is by what is paid and no multiplier touches it', () => {
  const settings = earning({ multipliers: [rule({ rateBp: 15_000 })] })
  const lines = [line(101), line(101), line(198)]
  expect(earnOrder(lines, nobody, TODAY, settings, { version: 0, campaigns: [] })).toMatchObject({
    points: 6,
    growth: 4,
  })
})

test('lines under the same multipliers are one part, however many there are', () => {
  const lines = Array.from({ length: 200 }, (_, i) => line(100, i % 2 ? 'coffee' : 'tea'))
  const tripled = campaign({ goods: { of: 'categories', categories: ['coffee'] } })
  const { parts } = earnOrder(lines, nobody, TODAY, earning({}), { version: 0, campaigns: [tripled] })
  expect(parts.map(({ paidFen, rateBp }) => [paidFen, rateBp])).toEqual([
    [10_000, 10_000],
    [10_000, 30_000],
  ])
})
