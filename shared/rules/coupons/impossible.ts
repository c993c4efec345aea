import { isDay, type Day } from '@shared/kernel/day'
import { isPositive } from '@shared/kernel/isPositive'
import type { Words } from '@shared/kernel/words'
import { requiredAmounts } from '../benefits/requiredAmounts'
import type { TierProgram } from '../tiers/program'
import { MOST_A_MEMBER, type CouponRules, type Validity } from './template'
import type { TakesOff } from './terms'

const REASONS = {
  noWords: { zh: '请用中文和英文填写券名', en: 'Name the coupon in Chinese and English' },
  amountNotPositive: { zh: '数值必须是大于零的整数', en: 'A number must be whole and above zero' },
  noDiscount: { zh: '折扣必须低于原价', en: 'A discount must be below the full price' },
  offAboveMinimum: {
    zh: '满减券的门槛必须高于减去的金额',
    en: 'The minimum purchase must be above the amount that is taken off',
  },
  exchangeNeedsProducts: {
    zh: '兑换券必须指定可兑换的商品',
    en: 'An exchange coupon names the products that it is for',
  },
  noGoods: { zh: '请填写适用的分类或商品', en: 'Name the categories or products that it is for' },
  noLevels: { zh: '请选择可用的等级', en: 'Choose the levels that it is for' },
  noSuchLevel: { zh: '所选的等级不存在', en: 'A level that it is for does not exist' },
  notADay: { zh: '有效日期不是真实的日期', en: 'A day of its validity is no day' },
  datesBackwards: { zh: '结束日期早于开始日期', en: 'Its last day is before its first' },
  datesOver: {
    zh: '有效期已过，不能再发放。请改日期，或先停用',
    en: 'Its days are over, so none can be issued. Change them, or switch it off',
  },
  limitTooHigh: {
    zh: `每人最多 ${MOST_A_MEMBER} 张`,
    en: `One member can have ${MOST_A_MEMBER} at most`,
  },
  limitAboveTotal: {
    zh: '每人限领张数超过了总张数',
    en: 'One member could have more than there are in all',
  },
} as const satisfies Record<string, Words>

export type ImpossibleTemplateCode = keyof typeof REASONS

/** A template that cannot be saved as it is, and why. */
export interface ImpossibleTemplate {
  readonly code: ImpossibleTemplateCode
  readonly reason: Words
}

/** Everything about a template that cannot be saved as it is; none when it can. */
export function impossibleTemplate(
  rules: CouponRules,
  program: TierProgram,
  today: Day,
): readonly ImpossibleTemplate[] {
  const checks = faultsOf(rules, program, today)
  const codes = (Object.keys(checks) as ImpossibleTemplateCode[]).filter((code) => checks[code])
  return codes.map((code) => ({ code, reason: REASONS[code] }))
}

function faultsOf(
  { name, takesOff, goods, requirement, validity, audience, perMember, total, isOn }: CouponRules,
  { levels }: TierProgram,
  today: Day,
): Readonly<Record<ImpossibleTemplateCode, boolean>> {
  const amounts = [...amountsOf(takesOff), ...requiredAmounts(requirement), ...daysIn(validity), perMember]
  const chosen = audience.of === 'levels' ? audience.levels : null
  const names = goods.of === 'categories' ? goods.categories : goods.of === 'products' ? goods.products : null
  const dates = validity.of === 'dates' ? validity : null
  return {
    noWords: name.zh.trim() === '' || name.en.trim() === '',
    amountNotPositive: ![...amounts, ...(total === null ? [] : [total])].every(isPositive),
    noDiscount: takesOff.kind === 'percentOff' && takesOff.rateBp >= 10_000,
    offAboveMinimum:
      takesOff.kind === 'cashOff' &&
      requirement.of === 'minimumAmount' &&
      requirement.amountFen <= takesOff.amountFen,
    exchangeNeedsProducts: takesOff.kind === 'exchange' && goods.of !== 'products',
    noGoods: names?.length === 0,
    noLevels: chosen?.length === 0,
    noSuchLevel: chosen?.some((id) => !levels.some((level) => level.id === id)) ?? false,
    notADay: dates !== null && !(isDay(dates.from) && isDay(dates.to)),
    datesBackwards: dates !== null && dates.to < dates.from,
    datesOver: isOn && dates !== null && dates.from <= dates.to && dates.to < today,
    limitTooHigh: perMember > MOST_A_MEMBER,
    limitAboveTotal: total !== null && perMember > total,
  }
}

function amountsOf(takesOff: TakesOff): readonly number[] {
  switch (takesOff.kind) {
    case 'cashOff':
      return [takesOff.amountFen]
    case 'percentOff':
      return [takesOff.rateBp, ...(takesOff.capFen === null ? [] : [takesOff.capFen])]
    case 'freeShipping':
      return []
    case 'exchange':
      return [takesOff.quantity]
  }
}

function daysIn(validity: Validity): readonly number[] {
  return validity.of === 'days' ? [validity.days] : []
}
