import * as fc from 'fast-check'
import type { Benefit, Issue, Perk, Requirement } from '@shared/rules/benefits/benefit'
import { benefitFace } from '@shared/rules/benefits/face'
import { faceOf } from './benefitWords'

const whole = (most: number) => fc.integer({ min: 1, max: most })
const one = <T extends object>(model: { [Field in keyof T]: fc.Arbitrary<T[Field]> }) => fc.record(model)
const anyRequirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.constant({ of: 'none' } as const),
  one({ of: fc.constant('minimumAmount' as const), amountFen: whole(9_999_999) }),
  one({ of: fc.constant('minimumQuantity' as const), quantity: whole(2_000) }),
)
const anyIssue: fc.Arbitrary<Issue> = fc.oneof(
  fc.constant({ of: 'atOnce' } as const),
  one({ of: fc.constant('yearly' as const), month: whole(12), dayOfMonth: whole(31) }),
  one({ of: fc.constant('everyMonths' as const), months: whole(24), dayOfMonth: whole(31) }),
)
const discounting = {
  requirement: anyRequirement,
  stacking: one({ withAutomatic: fc.boolean(), withCodes: fc.boolean() }),
}
const scheduled = { ...discounting, validDays: whole(400), issue: anyIssue }
const kind = <Of extends Perk['of']>(of: Of) => ({ of: fc.constant(of) })

/** Every kind: one that is new does not compile until it is here. */
const PERKS: { readonly [Of in Perk['of']]: fc.Arbitrary<Extract<Perk, { of: Of }>> } = {
  pointsOnUpgrade: one({ ...kind('pointsOnUpgrade'), points: whole(1_000_000) }),
  discount: one({ ...kind('discount'), rateBp: whole(9_999), ...discounting }),
  voucher: one({ ...kind('voucher'), amountFen: whole(9_999_999), ...scheduled }),
  freeShippingCoupon: one({ ...kind('freeShippingCoupon'), coupons: whole(100), ...scheduled }),
  freeShippingQuota: one({ ...kind('freeShippingQuota'), perMonth: whole(100), ...discounting }),
  birthdayDiscount: one({ ...kind('birthdayDiscount'), rateBp: whole(9_999), ...discounting }),
  pointsMultiplier: one({ ...kind('pointsMultiplier'), rateBp: whole(1_000_000) }),
  prioritySupport: one(kind('prioritySupport')),
  extendedReturns: one({ ...kind('extendedReturns'), days: whole(3_000) }),
  earlyAccess: one({ ...kind('earlyAccess'), hours: whole(8_000) }),
  custom: one(kind('custom')),
}

const benefit: Benefit = {
  id: 'b',
  levelId: 'gold',
  for: 'everyone',
  name: { zh: '现金券', en: 'Voucher' },
  description: { zh: '一张', en: 'One' },
  icon: 'gift',
  addedOn: '2026-03-01',
  perk: { of: 'custom' },
}

test.each(Object.keys(PERKS) as Perk['of'][])('%s reads in the editor as members will read it', (of) => {
  fc.assert(
    fc.property(PERKS[of] as fc.Arbitrary<Perk>, (perk) => {
      expect(faceOf({ ...benefit, perk })).toEqual(benefitFace({ ...benefit, perk }))
    }),
  )
})

test('what is not filled in yet is left out', () => {
  const bare: Perk = {
    of: 'voucher',
    amountFen: NaN,
    validDays: NaN,
    issue: { of: 'everyMonths', months: NaN, dayOfMonth: 1 },
    requirement: { of: 'minimumAmount', amountFen: NaN },
    stacking: { withAutomatic: false, withCodes: false },
  }
  const face = faceOf({ ...benefit, for: 'paidOnly', name: { zh: '券', en: '' }, perk: bare })
  expect(face).toMatchObject({ gives: null, paidOnly: true, name: { zh: '券', en: '券' } })
  expect(face.details.map(({ zh }) => zh)).toEqual(['不与其他优惠同享'])
})
