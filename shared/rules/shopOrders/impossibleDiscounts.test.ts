import { discount } from '../quote/exampleOrder'
import { impossibleDiscounts } from './impossibleDiscounts'

const THERE = { levels: ['silver', 'gold'], categories: ['茶叶'] }
const MONTHLY = { of: 'dayOfMonth', dayOfMonth: 18 } as const

const codesOf = (...discounts: ReturnType<typeof discount>[]) =>
  impossibleDiscounts(discounts, THERE).map(({ code }) => code)

test.each([
  ['a campaign that always holds', {}],
  ['a member day', { kind: 'memberDay', when: MONTHLY }],
  ['one day', { when: { of: 'dates', from: '2026-06-18', to: '2026-06-18' } }],
  ['days that are over', { when: { of: 'dates', from: '2020-06-18', to: '2020-06-18' } }],
  ['birthdays', { when: { of: 'birthdayMonth' } }],
  ['levels and categories that are there', { audience: { of: 'tiers', tiers: ['gold'] } }],
  ['categories that are there', { goods: { of: 'categories', categories: ['茶叶'] } }],
  ['a price of next to nothing', { rateBp: 1 }],
  ['a minimum', { requirement: { of: 'minimumAmount', amountFen: 1 } }],
] as const)('can be saved: %s', (_what, more) => {
  expect(codesOf(discount('one', 9_000, more))).toEqual([])
})

test.each([
  ['noDiscount', { rateBp: 10_000 }],
  ['noDiscount', { rateBp: 0 }],
  ['noDiscount', { rateBp: 0.5 }],
  ['noDay', { when: { of: 'dates', from: '2026-06-19', to: '2026-06-18' } }],
  ['noDay', { when: { of: 'dates', from: '2026-02-30', to: '2026-03-18' } }],
  ['noDay', { kind: 'memberDay', when: { of: 'dayOfMonth', dayOfMonth: 32 } }],
  ['noDay', { kind: 'memberDay', when: { of: 'dayOfMonth', dayOfMonth: 0 } }],
  ['notMonthly', { kind: 'memberDay', when: { of: 'always' } }],
  ['monthly', { kind: 'campaign', when: MONTHLY }],
  ['levelGone', { audience: { of: 'tiers', tiers: ['gold', 'black'] } }],
  ['categoryGone', { goods: { of: 'categories', categories: ['茶叶', '茶具'] } }],
  ['amountNotPositive', { requirement: { of: 'minimumAmount', amountFen: 0 } }],
  ['amountNotPositive', { requirement: { of: 'minimumQuantity', quantity: 0 } }],
] as const)('cannot be saved, %s: %j', (code, more) => {
  expect(codesOf(discount('one', 9_000, more))).toEqual([code])
})

test('each is told with its name, and all reasons are', () => {
  const bad = discount('bad', 10_000, { audience: { of: 'tiers', tiers: ['black'] } })
  expect(impossibleDiscounts([discount('good', 9_000), bad], THERE)).toEqual([
    {
      code: 'noDiscount',
      discountId: 'bad',
      reason: {
        zh: '“bad”：折扣必须低于原价，并大于零',
        en: '"bad": its price must be below the full price and above zero',
      },
    },
    expect.objectContaining({ code: 'levelGone', discountId: 'bad' }),
  ])
})
