import * as fc from 'fast-check'
import { addDays } from '@shared/kernel/day'
import { withAddedOn } from './addedOn'
import type { Benefit, Holder, Issue, Perk } from './benefit'
import { grantsDue, withGrant, type Granted } from './grants'

const ADDED = '2025-01-10'
const TODAY = '2026-03-20'
const discounting = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: true },
} as const
const voucher = (issue: Issue, amountFen = 2_000): Perk => ({
  of: 'voucher',
  amountFen,
  validDays: 30,
  issue,
  ...discounting,
})
const yearly = voucher({ of: 'yearly', month: 6, dayOfMonth: 18 })
const monthly = (months: number, dayOfMonth = 8) => voucher({ of: 'everyMonths', months, dayOfMonth })

const saved: Benefit = {
  id: 'b',
  levelId: 'gold',
  for: 'everyone',
  name: { zh: '现金券', en: 'Voucher' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: ADDED,
  perk: monthly(3),
}
const dayOf = (edited: Partial<Benefit>, before: readonly Benefit[] = [saved]) =>
  withAddedOn([{ ...saved, ...edited }], before, TODAY)[0]?.addedOn

test('a new benefit gives from the day on which it is saved, whatever day comes with it', () => {
  expect(dayOf({ id: 'new', addedOn: '2020-01-01' })).toBe(TODAY)
  expect(dayOf({ id: 'new', addedOn: '2030-01-01' })).toBe(TODAY)
  expect(dayOf({}, [])).toBe(TODAY)
})

test.each<[string, Partial<Benefit>]>([
  ['nothing', {}],
  ['the day that comes with it', { addedOn: '2020-01-01' }],
  ['its words', { name: { zh: '券', en: 'V' }, description: { zh: '一张', en: 'One' }, icon: 'gift' }],
  ['its amount', { perk: voucher({ of: 'everyMonths', months: 3, dayOfMonth: 8 }, 5_000) }],
  ['its day of the month', { perk: monthly(3, 31) }],
  ['whom it leaves out', { for: 'paidOnly' }],
])('a change of %s keeps its day', (_, edited) => {
  expect(dayOf(edited)).toBe(ADDED)
})

test.each<[string, Partial<Benefit>, Partial<Benefit>]>([
  ['level', {}, { levelId: 'diamond' }],
  ['kind', {}, { perk: { of: 'prioritySupport' } }],
  ['schedule', {}, { perk: yearly }],
  ['number of months', {}, { perk: monthly(1) }],
  ['members, to more of them', { for: 'paidOnly' }, { for: 'everyone' }],
])('a change of its %s counts from the day of the change', (_, before, edited) => {
  expect(dayOf(edited, [{ ...saved, ...before }])).toBe(TODAY)
})

test('a date of the year that moves keeps the day', () => {
  const moved = voucher({ of: 'yearly', month: 11, dayOfMonth: 11 })
  expect(dayOf({ perk: moved }, [{ ...saved, perk: yearly }])).toBe(ADDED)
})

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(ADDED, n))
const anyPerk: fc.Arbitrary<Perk> = fc.oneof(
  fc.constant<Perk>({ of: 'prioritySupport' }),
  fc.constant<Perk>({ of: 'freeShippingQuota', perMonth: 1, ...discounting }),
  fc.constant(voucher({ of: 'atOnce' })),
  fc.constant(yearly),
  fc
    .record({ months: fc.integer({ min: 1, max: 6 }), on: fc.integer({ min: 1, max: 31 }) })
    .map(({ months, on }) => monthly(months, on)),
)
const anyBenefit = fc
  .record({
    levelId: fc.constantFrom('gold', 'diamond'),
    for: fc.constantFrom('everyone', 'paidOnly'),
    perk: anyPerk,
  })
  .map((each): Benefit => ({ ...saved, ...each }))

test('an edit never gives at once for more than the period that runs', () => {
  fc.assert(
    fc.property(anyBenefit, anyBenefit, day(0, 500), (before, edited, since) => {
      const holder: Holder = {
        member: 'm',
        levelId: edited.levelId,
        since,
        reachedOn: since,
        paidSince: null,
        birthday: null,
      }
      const today = addDays(ADDED, 500)
      const granted = grantsDue([before], holder, [], addDays(today, -1)).reduce<readonly Granted[]>(
        withGrant,
        [],
      )
      const after = withAddedOn([edited], [before], today)
      expect(grantsDue(after, holder, granted, today).length).toBeLessThanOrEqual(1)
    }),
  )
})
