import { isDay } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import { giftOf, type AnyAmount, type Bracket, type Gift, type TopUpPlan } from './plans'
import { sizeOf } from './room'
import { LEGAL_PREPAID, type PrepaidRules, type WalletSettings, type YearEndRule } from './settings'

/** Settings of the wallet that cannot be saved: which plan (null for none of them), and why. */
export interface ImpossibleWallet {
  readonly code: ImpossibleWalletCode
  readonly planId: string | null
  readonly reason: Words
}

/** So many plans can still be chosen from, and a wallet counts each. */
const MOST_PLANS = 20
const MOST_BRACKETS = 10
const MOST_NOTICE_DAYS = 180

const { refundDays, bearerYears } = LEGAL_PREPAID

const REASONS = {
  tooManyPlans: { zh: `最多 ${MOST_PLANS} 个储值方案`, en: `There can be ${MOST_PLANS} plans at most` },
  sameId: { zh: '两个储值方案使用了同一编号', en: 'Two plans have the same id' },
  noWords: { zh: '请用中文和英文填写方案名称', en: 'Name the plan in Chinese and English' },
  payNotPositive: {
    zh: '支付金额必须是大于零的整数（分）',
    en: 'What is paid must be a whole number of fen above zero',
  },
  giftNotWhole: {
    zh: '赠送的数值必须是不小于零的整数，优惠券至少一张',
    en: 'What is given must be whole and not below zero, and coupons one at least',
  },
  notADay: { zh: '起止日期不是有效的日期', en: 'The first or the last day is no day' },
  endsBeforeItBegins: { zh: '结束日期早于开始日期', en: 'It ends before it begins' },
  limitNotPositive: {
    zh: '每人限购次数必须是大于零的整数',
    en: 'The limit per member must be a whole number above zero',
  },
  firstMoreThanOnce: {
    zh: '仅限首次储值的方案每人只能购买一次，请把限购次数设为一次或不限',
    en: 'A plan for the first top-up can be had once only: set its limit to one, or to none',
  },
  aboveCeiling: {
    zh: '超过每位会员的储值上限，没有人能够购买',
    en: 'It is above the most that a wallet may hold, so nobody could have it',
  },
  leastNotPositive: {
    zh: '任意金额的最低储值必须是大于零的整数（分）',
    en: 'The least that can be topped up must be a whole number of fen above zero',
  },
  tooManyBrackets: {
    zh: `任意金额最多分 ${MOST_BRACKETS} 档`,
    en: `There can be ${MOST_BRACKETS} brackets at most`,
  },
  bracketsNotRising: {
    zh: '各档起始金额必须是大于零的整数，并逐档升高',
    en: 'Brackets must begin at whole amounts above zero, each higher than the one before',
  },
  lessForMore: {
    zh: '多付反而少得赠金：请提高该档赠金，或降低前一档',
    en: 'Paying more would bring less bonus: raise this bracket, or lower the one before it',
  },
  ceilingNotPositive: {
    zh: '储值上限必须是大于零的整数（分）',
    en: 'The most that a wallet or a card may hold must be a whole number of fen above zero',
  },
  refundTooShort: {
    zh: `法律规定付款后 ${refundDays} 天内可以退款，不能更短`,
    en: `The law lets members have their money back for ${refundDays} days: it cannot be fewer`,
  },
  bearerTooShort: {
    zh: `不记名卡的有效期不能少于 ${bearerYears} 年`,
    en: `A card that is nobody's must be good for ${bearerYears} years at least`,
  },
  rateNotPositive: {
    zh: '年末折算比例必须是大于零的整数',
    en: 'The rate at the end of the year must be a whole number above zero',
  },
  validDaysNotPositive: {
    zh: '优惠券有效天数必须是大于零的整数',
    en: 'The coupon must be good for a whole number of days above zero',
  },
  noticeNotPossible: {
    zh: `提前通知的天数必须在 1 到 ${MOST_NOTICE_DAYS} 之间`,
    en: `Members must have word from 1 to ${MOST_NOTICE_DAYS} days before`,
  },
} as const satisfies Record<string, Words>

export type ImpossibleWalletCode = keyof typeof REASONS

/** Everything in the settings that cannot be saved, each with its reason; none when all can. */
export function impossibleWallet(settings: WalletSettings): readonly ImpossibleWallet[] {
  const { plans, prepaid, anyAmount, yearEnd } = settings
  const ofAll = [
    ...codes({
      tooManyPlans: plans.length > MOST_PLANS,
      sameId: new Set(plans.map(({ id }) => id)).size < plans.length,
    }),
    ...ofPrepaid(prepaid),
    ...(anyAmount ? ofAnyAmount(anyAmount, prepaid) : []),
    ...ofYearEnd(yearEnd),
  ]
  return [
    ...ofAll.map((code) => ({ code, planId: null, reason: REASONS[code] })),
    ...plans.flatMap((plan) =>
      ofPlan(plan, prepaid).map((code) => ({ code, planId: plan.id, reason: REASONS[code] })),
    ),
  ]
}

/** The codes whose fault is there. */
function codes(checks: Partial<Record<ImpossibleWalletCode, boolean>>): readonly ImpossibleWalletCode[] {
  return (Object.keys(checks) as ImpossibleWalletCode[]).filter((code) => checks[code])
}

function ofPlan(plan: TopUpPlan, prepaid: PrepaidRules): readonly ImpossibleWalletCode[] {
  const { name, from, to, payFen, gift, isFirstOnly, mostPerMember } = plan
  const size = sizeOf({ principalFen: payFen, bonusFen: gift.bonusFen }, prepaid)
  return codes({
    noWords: name.zh.trim() === '' || name.en.trim() === '',
    payNotPositive: !isPositive(payFen),
    giftNotWhole: !isWholeGift(gift),
    notADay: [from, to].some((day) => day !== null && !isDay(day)),
    endsBeforeItBegins: from !== null && to !== null && to < from,
    limitNotPositive: mostPerMember !== null && !isPositive(mostPerMember),
    firstMoreThanOnce: isFirstOnly && mostPerMember !== null && mostPerMember > 1,
    aboveCeiling: size > prepaid.mostFen,
  })
}

function ofAnyAmount(anyAmount: AnyAmount, prepaid: PrepaidRules): readonly ImpossibleWalletCode[] {
  const { leastFen, brackets } = anyAmount
  const areRising = brackets.every(
    ({ fromFen }, i) => isPositive(fromFen) && fromFen > (brackets[i - 1]?.fromFen ?? 0),
  )
  const areWhole = brackets.every(({ gift, bonusRateBp }) => isWholeGift(gift) && isWhole(bonusRateBp))
  return codes({
    leastNotPositive: !isPositive(leastFen),
    tooManyBrackets: brackets.length > MOST_BRACKETS,
    bracketsNotRising: !areRising,
    giftNotWhole: !areWhole,
    lessForMore: areRising && areWhole && brackets.some((bracket) => isLess(bracket, anyAmount)),
    aboveCeiling: leastFen > prepaid.mostFen,
  })
}

/** True when one fen less than where a bracket begins brings more bonus. */
function isLess({ fromFen }: Bracket, anyAmount: AnyAmount): boolean {
  return giftOf(anyAmount, fromFen).bonusFen < giftOf(anyAmount, fromFen - 1).bonusFen
}

function ofPrepaid(prepaid: PrepaidRules): readonly ImpossibleWalletCode[] {
  return codes({
    ceilingNotPositive: ![prepaid.mostFen, prepaid.mostBearerFen].every(isPositive),
    refundTooShort: !isWhole(prepaid.refundDays) || prepaid.refundDays < refundDays,
    bearerTooShort: !isWhole(prepaid.bearerYears) || prepaid.bearerYears < bearerYears,
  })
}

function ofYearEnd(rule: YearEndRule): readonly ImpossibleWalletCode[] {
  if (rule.of === 'extends') return []
  const { noticeDays } = rule
  return codes({
    rateNotPositive: !isPositive(rule.of === 'points' ? rule.pointsPerYuan : rule.rateBp),
    validDaysNotPositive: rule.of === 'coupon' && !isPositive(rule.validDays),
    noticeNotPossible: !isPositive(noticeDays) || noticeDays > MOST_NOTICE_DAYS,
  })
}

const isWholeGift = ({ bonusFen, points, growth, coupons }: Gift): boolean =>
  [bonusFen, points, growth].every(isWhole) && coupons.every(({ count }) => isPositive(count))

const isWhole = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0

const isPositive = (amount: number): boolean => isWhole(amount) && amount > 0
