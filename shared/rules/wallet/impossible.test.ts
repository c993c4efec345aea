import { impossibleWallet } from './impossible'
import { NO_GIFT, type Bracket, type TopUpPlan } from './plans'
import { DEFAULT_WALLET, LEGAL_PREPAID, type Conversion, type WalletSettings } from './settings'

const plan: TopUpPlan = {
  id: 'p',
  name: { zh: '储 1000 送 200', en: 'Top up 1,000 get 200' },
  isOn: true,
  from: null,
  to: null,
  payFen: 100_000,
  gift: { ...NO_GIFT, bonusFen: 20_000 },
  isFirstOnly: false,
  mostPerMember: null,
}
const bracket: Bracket = { fromFen: 50_000, bonusRateBp: 1_000, gift: NO_GIFT }
const points: Conversion = { of: 'points', pointsPerYuan: 100, noticeDays: 30 }
const coupon: Conversion = { of: 'coupon', rateBp: 10_000, validDays: 90, noticeDays: 30 }

const of = (change: Partial<TopUpPlan>): Partial<WalletSettings> => ({ plans: [{ ...plan, ...change }] })
const brackets = (...some: readonly Bracket[]) => ({ anyAmount: { leastFen: 1_000, brackets: some } })
const prepaid = (change: Partial<WalletSettings['prepaid']>) => ({ prepaid: { ...LEGAL_PREPAID, ...change } })

test.each<[string, Partial<WalletSettings>]>([
  ['what a store begins with', {}],
  ['a plan', of({})],
  ['a plan at the ceiling', of({ payFen: 500_000 })],
  ['a first top-up, once', of({ isFirstOnly: true, mostPerMember: 1, from: '2026-01-01', to: '2026-01-01' })],
  ['brackets', brackets(bracket, { ...bracket, fromFen: 100_000 })],
  ['points at the end of the year', { yearEnd: points }],
  ['a coupon at the end of the year', { yearEnd: coupon }],
])('can be saved: %s', (_what, change) => {
  expect(impossibleWallet({ ...DEFAULT_WALLET, ...change })).toEqual([])
})

test.each<[string, Partial<WalletSettings>]>([
  ['tooManyPlans', { plans: Array.from({ length: 21 }, (_, i) => ({ ...plan, id: `p${i}` })) }],
  ['sameId', { plans: [plan, plan] }],
  ['noWords', of({ name: { zh: '储值', en: ' ' } })],
  ['payNotPositive', of({ payFen: 0 })],
  ['payNotPositive', of({ payFen: 99.5 })],
  ['giftNotWhole', of({ gift: { ...NO_GIFT, bonusFen: -1 } })],
  ['giftNotWhole', of({ gift: { ...NO_GIFT, points: 0.5 } })],
  ['giftNotWhole', of({ gift: { ...NO_GIFT, coupons: [{ templateId: 'c', count: 0 }] } })],
  ['notADay', of({ from: '2026-02-30' })],
  ['endsBeforeItBegins', of({ from: '2026-02-02', to: '2026-02-01' })],
  ['limitNotPositive', of({ mostPerMember: 0 })],
  ['firstMoreThanOnce', of({ isFirstOnly: true, mostPerMember: 2 })],
  ['aboveCeiling', of({ payFen: 500_001 })],
  ['aboveCeiling', { ...of({ payFen: 490_000 }), ...prepaid({ countsBonus: true }) }],
  ['aboveCeiling', { anyAmount: { leastFen: 500_001, brackets: [] } }],
  ['leastNotPositive', { anyAmount: { leastFen: 0, brackets: [] } }],
  [
    'tooManyBrackets',
    brackets(...Array.from({ length: 11 }, (_, i) => ({ ...bracket, fromFen: 50_000 + i }))),
  ],
  ['bracketsNotRising', brackets(bracket, bracket)],
  ['bracketsNotRising', brackets({ ...bracket, fromFen: 0 })],
  ['giftNotWhole', brackets({ ...bracket, bonusRateBp: -1 })],
  ['lessForMore', brackets(bracket, { ...bracket, fromFen: 100_000, bonusRateBp: 500 })],
  ['ceilingNotPositive', prepaid({ mostFen: 0 })],
  ['ceilingNotPositive', prepaid({ mostBearerFen: 0.5 })],
  ['refundTooShort', prepaid({ refundDays: 6 })],
  ['bearerTooShort', prepaid({ bearerYears: 2 })],
  ['rateNotPositive', { yearEnd: { ...points, pointsPerYuan: 0 } }],
  ['rateNotPositive', { yearEnd: { of: 'giftCard', rateBp: 0.5, noticeDays: 30 } }],
  ['validDaysNotPositive', { yearEnd: { ...coupon, validDays: 0 } }],
  ['noticeNotPossible', { yearEnd: { ...points, noticeDays: 0 } }],
  ['noticeNotPossible', { yearEnd: { ...points, noticeDays: 181 } }],
])('can’t be saved: %s', (code, change) => {
  const found = impossibleWallet({ ...DEFAULT_WALLET, ...change })
  expect(found.map((each) => each.code)).toEqual([code])
  for (const { reason } of found) expect(Math.min(reason.zh.length, reason.en.length)).toBeGreaterThan(0)
})

test('a plan is named by its id, what is wrong with all of them by none', () => {
  const settings = { ...DEFAULT_WALLET, plans: [{ ...plan, payFen: 0 }], ...prepaid({ mostFen: -1 }) }
  expect(impossibleWallet(settings).map(({ code, planId }) => [code, planId])).toEqual([
    ['ceilingNotPositive', null],
    ['payNotPositive', 'p'],
    ['aboveCeiling', 'p'],
  ])
})
