import * as z from 'zod'
import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import { benefitRules } from './benefitRules'

const discounting = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const issue = { of: 'everyMonths', months: 3, dayOfMonth: 31 } as const
const voucher: Perk = { of: 'voucher', amountFen: 2_000, validDays: 30, issue, ...discounting }

/** One of each kind: a kind that is new needs its line here. */
const PERKS: { readonly [Of in Perk['of']]: Extract<Perk, { of: Of }> } = {
  pointsOnUpgrade: { of: 'pointsOnUpgrade', points: 500 },
  discount: { of: 'discount', rateBp: 9_500, ...discounting },
  voucher,
  freeShippingCoupon: {
    of: 'freeShippingCoupon',
    coupons: 2,
    validDays: 30,
    ...discounting,
    issue: { of: 'yearly', month: 2, dayOfMonth: 29 },
  },
  freeShippingQuota: {
    of: 'freeShippingQuota',
    perMonth: 3,
    ...discounting,
    requirement: { of: 'minimumQuantity', quantity: 2 },
  },
  birthdayDiscount: { of: 'birthdayDiscount', rateBp: 8_800, ...discounting, requirement: { of: 'none' } },
  pointsMultiplier: { of: 'pointsMultiplier', rateBp: 15_000 },
  prioritySupport: { of: 'prioritySupport' },
  extendedReturns: { of: 'extendedReturns', days: 15 },
  earlyAccess: { of: 'earlyAccess', hours: 24 },
  custom: { of: 'custom' },
}

const benefit: Benefit = {
  id: 'b',
  levelId: 'gold',
  for: 'everyone',
  name: { zh: '现金券', en: 'Voucher' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-03-01',
  perk: voucher,
}
const takes = (...benefits: readonly unknown[]): boolean => benefitRules.safeParse({ benefits }).success
const withPerk = (change: object) => ({ ...benefit, perk: { ...voucher, ...change } })

test('every kind can be told, for everybody and for those who paid', () => {
  const benefits = Object.values(PERKS).map((perk, at): Benefit => {
    return { ...benefit, id: `b${at}`, perk, icon: 'gift', for: at % 2 === 0 ? 'everyone' : 'paidOnly' }
  })
  expect(benefitRules.parse({ benefits })).toEqual({ benefits })
  expect(benefits).toHaveLength(11)
})

test('Chinese words stand in for English ones', () => {
  const bare = { ...benefit, name: { zh: ' 券 ', en: '' }, description: { zh: '一张', en: ' ' } }
  expect(benefitRules.parse({ benefits: [bare] }).benefits[0]).toMatchObject({
    name: { zh: '券', en: '券' },
    description: { zh: '一张', en: '一张' },
  })
})

test.each<[string, unknown]>([
  ['something unknown', { ...benefit, rank: 3 }],
  ['no name', { ...benefit, name: { zh: ' ', en: 'Voucher' } }],
  ['a day that is none', { ...benefit, addedOn: '2026-02-30' }],
  ['another kind', withPerk({ of: 'holiday' })],
  ['what belongs to another kind', withPerk({ points: 5 })],
  ['part of a fen', withPerk({ amountFen: 0.5 })],
  ['more than any voucher is worth', withPerk({ amountFen: 10_000_001 })],
  ['a requirement without its amount', withPerk({ requirement: { of: 'minimumAmount' } })],
  ['no word about stacking', withPerk({ stacking: { withAutomatic: true } })],
  ['the 32nd of a month', withPerk({ issue: { ...issue, dayOfMonth: 32 } })],
  ['every no months', withPerk({ issue: { ...issue, months: 0 } })],
  ['a thirteenth month', withPerk({ issue: { of: 'yearly', month: 13, dayOfMonth: 1 } })],
  ['a rate in parts of a basis point', { ...benefit, perk: { ...PERKS.discount, rateBp: 9_500.5 } }],
])('%s is refused', (_, wrong) => {
  expect(takes(benefit)).toBe(true)
  expect(takes(wrong)).toBe(false)
})

test('there are only so many', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...benefit, id: `b${at}` }))
  expect(takes(...many(120))).toBe(true)
  expect(takes(...many(121))).toBe(false)
  expect(benefitRules.safeParse({ benefits: [], version: 1 }).success).toBe(false)
})

test('it can be written as JSON Schema', () => {
  expect(JSON.stringify(z.toJSONSchema(benefitRules, { io: 'input' }))).toContain('"freeShippingQuota"')
})
