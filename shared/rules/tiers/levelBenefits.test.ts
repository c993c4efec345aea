import type { Benefit, Perk } from '../benefits/benefit'
import { benefitsOfLevel } from './levelBenefits'

const free = { requirement: { of: 'none' }, stacking: { withAutomatic: true, withCodes: true } } as const
const discount = (rateBp: number): Perk => ({ of: 'discount', rateBp, ...free })

const benefit = (levelId: string, perk: Perk, name = perk.of as string): Benefit => ({
  id: `${levelId}-${name}`,
  levelId,
  for: 'everyone',
  name: { zh: name, en: name },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk,
})

const added = (lower: readonly Perk[], perk: Perk) => {
  const benefits = [...lower.map((each) => benefit('silver', each)), benefit('gold', perk)]
  return benefitsOfLevel(benefits, 'gold', 'silver').map((each) => each.added)
}

test('a benefit is new, more, or the same as on the level below', () => {
  expect(added([], discount(9_500))).toEqual(['new'])
  expect(added([{ of: 'prioritySupport' }], discount(9_500))).toEqual(['new'])
  expect(added([discount(9_500)], discount(9_000))).toEqual(['more'])
  expect(added([discount(9_500)], discount(9_500))).toEqual(['same'])
  expect(added([discount(9_000)], discount(9_500))).toEqual(['same'])
  expect(added([{ of: 'prioritySupport' }], { of: 'prioritySupport' })).toEqual(['same'])
})

const MORE: readonly (readonly [Perk, Perk])[] = [
  [
    { of: 'pointsMultiplier', rateBp: 11_000 },
    { of: 'pointsMultiplier', rateBp: 15_000 },
  ],
  [
    { of: 'pointsOnUpgrade', points: 100 },
    { of: 'pointsOnUpgrade', points: 200 },
  ],
  [
    { of: 'extendedReturns', days: 7 },
    { of: 'extendedReturns', days: 15 },
  ],
  [
    { of: 'earlyAccess', hours: 12 },
    { of: 'earlyAccess', hours: 24 },
  ],
  [
    { of: 'freeShippingQuota', perMonth: 1, ...free },
    { of: 'freeShippingQuota', perMonth: 2, ...free },
  ],
  [
    { of: 'birthdayDiscount', rateBp: 9_000, ...free },
    { of: 'birthdayDiscount', rateBp: 8_000, ...free },
  ],
]

test.each(MORE)('of two of a kind it knows which is more: %j', (less, more) => {
  expect([added([less], more), added([more], less)]).toEqual([['more'], ['same']])
})

test('benefits of the merchant’s own are told apart by their names', () => {
  const own = (levelId: string, name: string) => benefit(levelId, { of: 'custom' }, name)
  const benefits = [own('silver', 'tea'), own('gold', 'tea'), own('gold', 'parking')]
  expect(benefitsOfLevel(benefits, 'gold', 'silver').map((each) => each.added)).toEqual(['same', 'new'])
})

test('the lowest level has nothing below it, and a level has only its own', () => {
  const benefits = [benefit('regular', discount(9_800)), benefit('gold', discount(9_000))]
  expect(benefitsOfLevel(benefits, 'regular', null)).toEqual([{ benefit: benefits[0], added: 'new' }])
  expect(benefitsOfLevel(benefits, 'silver', 'regular')).toEqual([])
})
