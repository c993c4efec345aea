import type { Issue, Perk, Requirement, Stacking } from './benefit'
import { issueWords, perkDetails, perkWords, requirementWords, stackingWords } from './words'

const discounting = {
  requirement: { of: 'minimumAmount', amountFen: 20_000 },
  stacking: { withAutomatic: false, withCodes: false },
} as const
const issue = { of: 'atOnce' } as const

test.each<[Perk, string, string]>([
  [{ of: 'discount', rateBp: 9_500, ...discounting }, '9.5 折', '5% off'],
  [
    { of: 'birthdayDiscount', rateBp: 8_800, ...discounting },
    '生日月 8.8 折',
    '12% off in the birthday month',
  ],
  [{ of: 'voucher', amountFen: 2_000, validDays: 30, issue, ...discounting }, '20 元现金券', '¥20 voucher'],
  [
    { of: 'voucher', amountFen: 128_050, validDays: 30, issue, ...discounting },
    '1,280.50 元现金券',
    '¥1,280.50 voucher',
  ],
  [
    { of: 'freeShippingCoupon', coupons: 1, validDays: 30, issue, ...discounting },
    '免邮券 1 张',
    '1 free-shipping coupon',
  ],
  [
    { of: 'freeShippingCoupon', coupons: 3, validDays: 30, issue, ...discounting },
    '免邮券 3 张',
    '3 free-shipping coupons',
  ],
  [{ of: 'freeShippingQuota', perMonth: 1, ...discounting }, '每月免邮 1 次', 'free shipping once a month'],
  [
    { of: 'freeShippingQuota', perMonth: 2, ...discounting },
    '每月免邮 2 次',
    'free shipping 2 times a month',
  ],
  [{ of: 'pointsOnUpgrade', points: 1_500 }, '升级送 1,500 积分', '1,500 points on upgrade'],
  [{ of: 'pointsMultiplier', rateBp: 12_500 }, '消费积分 1.25 倍', '1.25× points'],
  [{ of: 'prioritySupport' }, '优先客服', 'priority support'],
  [{ of: 'extendedReturns', days: 15 }, '退换货期限延长 15 天', '15 more days to return goods'],
  [{ of: 'earlyAccess', hours: 1 }, '提前 1 小时选购', '1 hour of early access'],
])('%j is said in a few words', (perk, zh, en) => {
  expect(perkWords(perk)).toEqual({ zh, en })
})

test('a perk of the merchant’s own has no words but its name', () => {
  expect(perkWords({ of: 'custom' })).toBeNull()
  expect(perkDetails({ of: 'custom' })).toEqual([])
})

test.each<[Issue, string, string]>([
  [{ of: 'atOnce' }, '达到等级时发放一次', 'given once, when the level is reached'],
  [{ of: 'yearly', month: 11, dayOfMonth: 11 }, '每年 11 月 11 日发放', 'given every year on 11 Nov'],
  [
    { of: 'yearly', month: 2, dayOfMonth: 29 },
    '每年 2 月 29 日发放（平年为 28 日）',
    'given every year on 29 Feb (the 28th in other years)',
  ],
  [{ of: 'everyMonths', months: 1, dayOfMonth: 1 }, '每月 1 日发放', 'given every month on the 1st'],
  [
    { of: 'everyMonths', months: 2, dayOfMonth: 12 },
    '每 2 个月的 12 日发放',
    'given every 2 months on the 12th',
  ],
  [
    { of: 'everyMonths', months: 2, dayOfMonth: 22 },
    '每 2 个月的 22 日发放',
    'given every 2 months on the 22nd',
  ],
  [
    { of: 'everyMonths', months: 3, dayOfMonth: 31 },
    '每 3 个月的 31 日发放（短月为最后一天）',
    'given every 3 months on the 31st (the last day of shorter months)',
  ],
])('%j tells when it is given', (when, zh, en) => {
  expect(issueWords(when)).toEqual({ zh, en })
})

test.each<[Requirement, string, string]>([
  [{ of: 'none' }, '无使用门槛', 'no minimum purchase'],
  [{ of: 'minimumAmount', amountFen: 20_000 }, '满 200 元可用', 'for purchases of ¥200 or more'],
  [{ of: 'minimumAmount', amountFen: 9_990 }, '满 99.90 元可用', 'for purchases of ¥99.90 or more'],
  [{ of: 'minimumQuantity', quantity: 1 }, '满 1 件可用', 'for 1 item or more'],
  [{ of: 'minimumQuantity', quantity: 3 }, '满 3 件可用', 'for 3 items or more'],
])('%j tells what it asks for', (requirement, zh, en) => {
  expect(requirementWords(requirement)).toEqual({ zh, en })
})

test('every way of going together reads another way', () => {
  const ways: Stacking[] = [true, false].flatMap((withAutomatic) =>
    [true, false].map((withCodes) => ({ withAutomatic, withCodes })),
  )
  expect(ways.map((way) => stackingWords(way).zh)).toEqual([
    '可与自动优惠、优惠码同享',
    '可与自动优惠同享，不与优惠码同享',
    '可与优惠码同享，不与自动优惠同享',
    '不与其他优惠同享',
  ])
  expect(new Set(ways.map((way) => stackingWords(way).en)).size).toBe(4)
})

test('the details come as people ask: when, how long, from how much, with what', () => {
  const voucher: Perk = {
    of: 'voucher',
    amountFen: 2_000,
    validDays: 30,
    issue: { of: 'everyMonths', months: 1, dayOfMonth: 8 },
    ...discounting,
  }
  expect(perkDetails(voucher).map(({ zh }) => zh)).toEqual([
    '每月 8 日发放',
    '发放后 30 天内有效（含当天）',
    '满 200 元可用',
    '不与其他优惠同享',
  ])
  expect(perkDetails({ of: 'birthdayDiscount', rateBp: 9_000, ...discounting }).map(({ en }) => en)).toEqual([
    'each year in the month of the birthday',
    'for purchases of ¥200 or more',
    'does not go together with other discounts',
  ])
  expect(perkDetails({ of: 'pointsOnUpgrade', points: 1 }).map(({ zh }) => zh)).toEqual([
    '首次升到该等级时发放一次',
  ])
  expect(perkDetails({ of: 'prioritySupport' })).toEqual([])
})
