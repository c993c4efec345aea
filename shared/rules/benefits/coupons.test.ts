import type { GivenPerk } from './benefit'
import { couponGroups } from './couponGroups'
import type { Coupon } from '../coupons/coupon'
import { couponsGiven, couponsOf, type GrantBasis } from './coupons'

const discounting = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const atOnce = { of: 'atOnce' } as const

const voucher: GivenPerk = { of: 'voucher', amountFen: 2_000, validDays: 30, issue: atOnce, ...discounting }
const shipping: GivenPerk = {
  of: 'freeShippingCoupon',
  coupons: 3,
  validDays: 1,
  issue: atOnce,
  ...discounting,
}
const quota: GivenPerk = { of: 'freeShippingQuota', perMonth: 2, ...discounting }
const birthday: GivenPerk = { of: 'birthdayDiscount', rateBp: 8_800, ...discounting }

const basisOf = (perk: GivenPerk, period = '2026-02'): GrantBasis => ({
  of: 'grant',
  benefitId: 'b',
  levelId: 'gold',
  name: { zh: '礼券', en: 'Gift' },
  period,
  perk,
  ...couponsGiven(perk, '2026-02-10', '2026-02-28'),
  tiersVersion: 0,
})
const entryOf = (basis: GrantBasis) => ({
  _id: `grant:b:m:${basis.period}`,
  member: 'm',
  day: '2026-02-10',
  basis,
})
const made = (perk: GivenPerk) => couponsOf(entryOf(basisOf(perk)))

test.each<[GivenPerk, number, number, string]>([
  [voucher, 1, 1, '2026-03-11'],
  [shipping, 3, 1, '2026-02-10'],
  [quota, 1, 2, '2026-02-28'],
  [birthday, 1, 1, '2026-02-28'],
])('%j gives so many coupons of so many uses, through their last day', (perk, count, uses, validUntilDay) => {
  const coupons = made(perk)
  expect(coupons).toHaveLength(count)
  for (const coupon of coupons) expect(coupon).toMatchObject({ uses, usedBy: [], heldBy: [], validUntilDay })
  expect(new Set(coupons.map(({ _id }) => _id)).size).toBe(count)
})

test('a coupon carries all that using it will ask for, and its grant for a name', () => {
  expect(made(voucher)).toEqual([
    {
      _id: 'grant:b:m:2026-02',
      schemaVersion: 1,
      member: 'm',
      cause: { of: 'benefit', benefitId: 'b', levelId: 'gold', period: '2026-02' },
      template: null,
      reservation: null,
      name: { zh: '礼券', en: 'Gift' },
      takesOff: { kind: 'cashOff', amountFen: 2_000 },
      goods: { of: 'all' },
      levels: null,
      ...discounting,
      grantedOn: '2026-02-10',
      validFrom: '2026-02-10',
      validUntilDay: '2026-03-11',
      uses: 1,
      heldBy: [],
      usedBy: [],
      state: 'issued',
      voided: null,
    },
  ])
  expect(made(shipping).map(({ _id }) => _id)).toEqual([1, 2, 3].map((place) => `grant:b:m:2026-02:${place}`))
})

test('an entry that is no grant makes none', () => {
  expect(couponsOf({ ...entryOf(basisOf(voucher)), basis: { of: 'tierJudged' } })).toEqual([])
})

describe('coupons as their member reads them', () => {
  const used = (coupon: Coupon, usedOn: string): Coupon => ({
    ...coupon,
    usedBy: [{ orderId: 'o', day: usedOn }],
  })
  const groupsOn = (today: string, coupons: readonly Coupon[]) => {
    const { usable, past } = couponGroups(coupons, today)
    return [
      usable.map(({ count, worth }) => [count, worth.zh]),
      past.map(({ count, worth, state }) => [count, worth.zh, state]),
    ]
  }

  test('are told by their grant, those that lapse first before others', () => {
    expect(groupsOn('2026-02-10', [...made(voucher), ...couponsOf(entryOf(basisOf(quota, 'q')))])).toEqual([
      [
        [2, '免邮'],
        [1, '¥20'],
      ],
      [],
    ])
  })

  test('have expired past their last day, without anything that says so', () => {
    expect(groupsOn('2026-02-10', made(shipping))).toEqual([[[3, '免邮']], []])
    expect(groupsOn('2026-02-11', made(shipping))).toEqual([[], [[3, '免邮', 'expired']]])
  })

  test.each([
    ['coupons', shipping, '2026-02-10'],
    ['a quota', quota, '2026-02-20'],
  ])('stay used past their last day, and part from those that were not: %s', (_, perk, day) => {
    const [first, ...others] = made(perk) as [Coupon, ...Coupon[]]
    const left = first.uses - 1 + others.length
    const all = [used(first, day), ...others]
    expect(groupsOn(day, all)).toEqual([[[left, '免邮']], [[1, '免邮', 'used']]])
    expect(groupsOn('2026-03-01', all)[1]).toEqual(
      expect.arrayContaining([
        [left, '免邮', 'expired'],
        [1, '免邮', 'used'],
      ]),
    )
  })

  test('that are over stand in the order in which they went, the latest first', () => {
    const [one] = made(voucher) as [Coupon]
    const of = (_id: string, validUntilDay: string): Coupon => ({
      ...one,
      _id,
      cause: { of: 'benefit', benefitId: 'b', levelId: 'gold', period: _id },
      validUntilDay,
    })
    const { past } = couponGroups(
      [of('a', '2026-03-01'), used(of('b', '2026-05-01'), '2026-02-15'), of('c', '2026-04-01')],
      '2026-06-01',
    )
    expect(past.map(({ id, usedOn }) => [id, usedOn])).toEqual([
      ['c', null],
      ['a', null],
      ['b', '2026-02-15'],
    ])
  })

  test('say what they ask for and go together with', () => {
    const [group] = couponGroups(made(voucher), '2026-02-10').usable
    expect(group?.terms.map(({ zh }) => zh)).toEqual(['满 200 元可用', '可与自动优惠同享，不与优惠码同享'])
  })
})
