import { DEFAULT_PROGRAM } from '../tiers/program'
import { RULES } from './exampleCoupon'
import { impossibleTemplate, type ImpossibleTemplateCode } from './impossible'
import type { CouponRules } from './template'

const TODAY = '2026-06-18'
const codesOf = (more: Partial<CouponRules>) =>
  impossibleTemplate({ ...RULES, ...more }, DEFAULT_PROGRAM, TODAY).map(({ code }) => code)

test.each<[ImpossibleTemplateCode, Partial<CouponRules>]>([
  ['noWords', { name: { zh: ' ', en: 'x' } }],
  ['amountNotPositive', { takesOff: { kind: 'cashOff', amountFen: 0 } }],
  ['amountNotPositive', { takesOff: { kind: 'percentOff', rateBp: 8_000, capFen: 0 } }],
  ['amountNotPositive', { requirement: { of: 'minimumQuantity', quantity: 0 } }],
  ['amountNotPositive', { validity: { of: 'days', days: 0 } }],
  ['amountNotPositive', { perMember: 0 }],
  ['noDiscount', { takesOff: { kind: 'percentOff', rateBp: 10_000, capFen: null } }],
  ['offAboveMinimum', { requirement: { of: 'minimumAmount', amountFen: 2_000 } }],
  ['exchangeNeedsProducts', { takesOff: { kind: 'exchange', quantity: 1 } }],
  ['noGoods', { goods: { of: 'categories', categories: [] } }],
  ['noLevels', { audience: { of: 'levels', levels: [] } }],
  ['noSuchLevel', { audience: { of: 'levels', levels: ['gone'] } }],
  ['notADay', { validity: { of: 'dates', from: '2026-02-30', to: '2026-07-01' } }],
  ['datesBackwards', { validity: { of: 'dates', from: '2026-07-02', to: '2026-07-01' } }],
  ['datesOver', { validity: { of: 'dates', from: '2026-06-01', to: '2026-06-17' } }],
  ['limitTooHigh', { perMember: 101 }],
  ['limitAboveTotal', { perMember: 2, total: 1 }],
])('%s is refused: %j', (code, more) => {
  expect(codesOf(more)).toEqual([code])
})

test.each<[string, Partial<CouponRules>]>([
  ['money off from an amount above it', {}],
  ['money off from nothing', { requirement: { of: 'none' } }],
  [
    'an exchange for products',
    { takesOff: { kind: 'exchange', quantity: 2 }, goods: { of: 'products', products: ['tea'] } },
  ],
  [
    'one whose days are over, when it is off',
    { validity: { of: 'dates', from: '2026-06-01', to: '2026-06-17' }, isOn: false },
  ],
  ['a last day of today', { validity: { of: 'dates', from: '2026-06-01', to: TODAY } }],
  ['as many for one as there are', { perMember: 5, total: 5 }],
])('%s can be saved', (_, more) => {
  expect(codesOf(more)).toEqual([])
})
