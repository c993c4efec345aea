import { isDay } from '@shared/kernel/day'
import { isPositive } from '@shared/kernel/isPositive'
import { BP_ONE } from '@shared/kernel/rate'
import type { Words } from '@shared/kernel/words'
import { requiredAmounts } from '../benefits/requiredAmounts'
import type { DiscountRule } from '../quote/automatic'

/** A discount that cannot be saved as it is, and why, in words that name it. */
interface ImpossibleDiscount {
  readonly code: ImpossibleDiscountCode
  readonly discountId: string
  readonly reason: Words
}

/** What a discount may name, by ids. */
interface ThereIs {
  readonly levels: readonly string[]
  readonly categories: readonly string[]
}

const REASONS = {
  noDiscount: {
    zh: '折扣必须低于原价，并大于零',
    en: 'its price must be below the full price and above zero',
  },
  noDay: { zh: '没有可用的日期，请重新选择', en: 'there is no day on which it holds; choose its days again' },
  notMonthly: {
    zh: '会员日要选每月的哪一天',
    en: 'a member day needs the day of the month on which it comes',
  },
  monthly: {
    zh: '每月固定一天的优惠请设为会员日',
    en: 'what comes on a day of each month is a member day, not a campaign',
  },
  levelGone: {
    zh: '有等级已不存在，请重新选择会员',
    en: 'a level that it is for is gone; choose again whom it is for',
  },
  categoryGone: {
    zh: '有分类已不存在，请重新选择商品',
    en: 'a category that it is for is gone; choose its goods again',
  },
  amountNotPositive: {
    zh: '使用条件必须是大于零的整数',
    en: 'what it asks for must be a whole number above zero',
  },
} as const satisfies Record<string, Words>

type ImpossibleDiscountCode = keyof typeof REASONS

/** Every discount that cannot be saved as it is, each with its reasons; none when all can. */
export function impossibleDiscounts(
  discounts: readonly DiscountRule[],
  there: ThereIs,
): readonly ImpossibleDiscount[] {
  return discounts.flatMap((discount) =>
    faultsOf(discount, there).map((code) => ({
      code,
      discountId: discount.id,
      reason: named(REASONS[code], discount.name),
    })),
  )
}

function faultsOf(
  { kind, rateBp, when, goods, audience, requirement }: DiscountRule,
  there: ThereIs,
): readonly ImpossibleDiscountCode[] {
  const levels = audience.of === 'tiers' ? audience.tiers : []
  const categories = goods.of === 'categories' ? goods.categories : []
  const checks: Readonly<Record<ImpossibleDiscountCode, boolean>> = {
    noDiscount: !isPositive(rateBp) || rateBp >= BP_ONE,
    noDay: !hasDay(when),
    notMonthly: kind === 'memberDay' && when.of !== 'dayOfMonth',
    monthly: kind === 'campaign' && when.of === 'dayOfMonth',
    levelGone: levels.some((id) => !there.levels.includes(id)),
    categoryGone: categories.some((id) => !there.categories.includes(id)),
    amountNotPositive: !requiredAmounts(requirement).every(isPositive),
  }
  return (Object.keys(checks) as ImpossibleDiscountCode[]).filter((code) => checks[code])
}

function hasDay(when: DiscountRule['when']): boolean {
  switch (when.of) {
    case 'dayOfMonth':
      return isPositive(when.dayOfMonth) && when.dayOfMonth <= 31
    case 'dates':
      return isDay(when.from) && isDay(when.to) && when.from <= when.to
    default:
      return true
  }
}

const named = (reason: Words, { zh, en }: Words): Words => ({
  zh: `“${zh}”：${reason.zh}`,
  en: `"${en}": ${reason.en}`,
})
