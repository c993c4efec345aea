import { DEFAULT_PROGRAM } from '../tiers/program'
import { couponOf, RULES } from './exampleCoupon'
import { couponFace, templateFace } from './face'
import type { CouponCause } from './coupon'
import type { CouponRules } from './template'
import type { TakesOff } from './terms'
import { worthWords } from './words'

test.each<[TakesOff, string, string]>([
  [{ kind: 'cashOff', amountFen: 128_050 }, '¥1,280.50', '¥1,280.50'],
  [{ kind: 'percentOff', rateBp: 8_800, capFen: null }, '8.8 折', '12% off'],
  [{ kind: 'freeShipping' }, '免邮', 'Free shipping'],
  [{ kind: 'exchange', quantity: 1 }, '兑换', 'Exchange'],
  [{ kind: 'exchange', quantity: 2 }, '兑换 2 件', '2 for free'],
])('%j reads as short as can be', (takesOff, zh, en) => {
  expect(worthWords(takesOff)).toEqual({ zh, en })
})

test('every rule of a template can be read before it is issued', () => {
  const rules: CouponRules = {
    ...RULES,
    takesOff: { kind: 'percentOff', rateBp: 8_000, capFen: 5_000 },
    goods: { of: 'categories', categories: ['茶', '咖啡'] },
    audience: { of: 'levels', levels: ['gold', 'black'] },
  }
  const face = templateFace('t1', rules, DEFAULT_PROGRAM)
  expect(face.terms.map(({ zh }) => zh)).toEqual([
    '最多优惠 50 元',
    '满 200 元可用',
    '仅限分类：茶、咖啡',
    '可与自动优惠同享，不与优惠码同享',
    '仅限黄金会员、黑卡会员使用',
  ])
  expect(face.terms.map(({ en }) => en)).toEqual([
    'at most ¥50 off',
    'for purchases of ¥200 or more',
    'only for: 茶, 咖啡',
    'goes together with automatic discounts, not with discount codes',
    'only for members on Gold, Black Card',
  ])
  expect(face.validity).toEqual({
    zh: '领取后 30 天内有效（含当天）',
    en: 'good for 30 days, the first included',
  })
})

test.each<[CouponCause, string, string]>([
  [{ of: 'claimed', id: 'x' }, '您在 2026年6月1日领取', 'You claimed it on 1 Jun 2026'],
  [
    { of: 'given', id: 'x', reason: '致歉', by: 'staff:s1' },
    '商家在 2026年6月1日赠送：致歉',
    'Given by the store on 1 Jun 2026: 致歉',
  ],
  [
    { of: 'benefit', benefitId: 'b', levelId: 'gold', period: '2026' },
    '黄金会员等级权益，2026年6月1日发放',
    'A benefit of Gold, given on 1 Jun 2026',
  ],
  [
    { of: 'benefit', benefitId: 'b', levelId: 'gone', period: '2026' },
    '等级权益，2026年6月1日发放',
    'A benefit of your level, given on 1 Jun 2026',
  ],
])('a coupon tells where it came from: %j', (cause, zh, en) => {
  expect(couponFace(couponOf({ cause }), '2026-06-18', DEFAULT_PROGRAM).from).toEqual({ zh, en })
})

test('how a coupon stands is told by its state and by the day', () => {
  const coupon = couponOf({ validFrom: '2026-06-10' })
  const on = (day: string) => couponFace(coupon, day, DEFAULT_PROGRAM).standing
  expect(['2026-06-09', '2026-06-10', '2026-06-30', '2026-07-01'].map(on)).toEqual([
    'upcoming',
    'usable',
    'usable',
    'expired',
  ])
  const locked = couponFace(
    { ...coupon, state: 'locked', voided: null, heldBy: ['o'] },
    '2026-06-20',
    DEFAULT_PROGRAM,
  )
  expect([locked.standing, locked.usesLeft]).toEqual(['inOrder', 0])
})
