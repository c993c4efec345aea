import { DEFAULT_PROGRAM } from '../tiers/program'
import { firstTier } from '../tiers/tierState'
import { DEFAULT_BENEFITS, type Benefit, type Perk } from './benefit'
import { holderOf } from './holder'
import { impossibleBenefits } from './impossible'

const discounting = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: true, withCodes: false },
} as const

const sound: Benefit = {
  id: 'b',
  levelId: 'gold',
  for: 'everyone',
  name: { zh: '九五折', en: '5 % off' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: { of: 'discount', rateBp: 9_500, ...discounting },
}
const codes = (...benefits: readonly Partial<Benefit>[]) =>
  impossibleBenefits(
    { version: 1, benefits: benefits.map((each) => ({ ...sound, ...each })) },
    DEFAULT_PROGRAM,
  ).map(({ code }) => code)
const voucher = (month: number, dayOfMonth: number): Perk => ({
  of: 'voucher',
  amountFen: 1,
  validDays: 1,
  issue: { of: 'yearly', month, dayOfMonth },
  ...discounting,
})

test('a store begins without benefits, and a sound one can be saved', () => {
  expect(impossibleBenefits(DEFAULT_BENEFITS, DEFAULT_PROGRAM)).toEqual([])
  expect(codes({})).toEqual([])
})

test.each<[string, Partial<Benefit>]>([
  ['noSuchLevel', { levelId: 'platinum' }],
  ['paidOnlyElsewhere', { for: 'paidOnly' }],
  ['pointsOnLowest', { levelId: 'regular', perk: { of: 'pointsOnUpgrade', points: 1 } }],
  ['amountNotPositive', { perk: { of: 'pointsOnUpgrade', points: 0 } }],
  ['amountNotPositive', { perk: { of: 'extendedReturns', days: 1.5 } }],
  [
    'amountNotPositive',
    {
      perk: {
        of: 'discount',
        rateBp: 9_500,
        ...discounting,
        requirement: { of: 'minimumQuantity', quantity: 0 },
      },
    },
  ],
  ['noDiscount', { perk: { of: 'birthdayDiscount', rateBp: 10_000, ...discounting } }],
  ['noMultiplier', { perk: { of: 'pointsMultiplier', rateBp: 10_000 } }],
  ['noSuchDate', { perk: voucher(2, 30) }],
  [
    'noSuchDate',
    { perk: { ...voucher(1, 1), issue: { of: 'everyMonths', months: 1, dayOfMonth: 32 } } as Perk },
  ],
  [
    'amountNotPositive',
    { perk: { ...voucher(1, 1), issue: { of: 'everyMonths', months: 0, dayOfMonth: 1 } } as Perk },
  ],
  ['noWords', { name: { zh: '权益', en: ' ' } }],
  ['notADay', { addedOn: '2026-02-29' }],
])('%s', (code, change) => {
  expect(codes(change)).toEqual([code])
})

test('29 February is a date, and an id is used once', () => {
  expect(codes({ perk: voucher(2, 29) })).toEqual([])
  expect(codes({}, {})).toEqual(['sameId'])
})

test('every reason is told in both languages', () => {
  const [fault] = impossibleBenefits(
    { version: 1, benefits: [{ ...sound, levelId: 'platinum' }] },
    DEFAULT_PROGRAM,
  )
  expect(fault?.reason).toEqual({
    zh: '权益所属的等级不存在',
    en: 'The level that it belongs to does not exist',
  })
})

describe('whom benefits are given to', () => {
  const tier = {
    ...firstTier(DEFAULT_PROGRAM, '2026-01-01'),
    paid: { levelId: 'regular', since: '2026-02-01', until: '2027-02-01' },
  }

  test('somebody on a level since a day, and since a day for payment', () => {
    expect(holderOf('m', tier, null, DEFAULT_PROGRAM)).toMatchObject({
      levelId: 'regular',
      since: '2026-01-01',
      paidSince: '2026-02-01',
    })
    expect(holderOf('m', { ...tier, id: 'gold' }, null, DEFAULT_PROGRAM)?.paidSince).toBeNull()
  })

  test('nobody while the levels are off, and from the day they are on again', () => {
    const off = { ...DEFAULT_PROGRAM, pauses: [{ from: '2026-03-01', to: null }] }
    expect(holderOf('m', tier, null, off)).toBeNull()
    const on = { ...DEFAULT_PROGRAM, pauses: [{ from: '2026-03-01', to: '2026-04-01' }] }
    expect(holderOf('m', tier, null, on)).toMatchObject({ since: '2026-04-01', paidSince: '2026-04-01' })
  })
})
