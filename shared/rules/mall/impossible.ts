import { isPositive } from '@shared/kernel/isPositive'
import type { Words } from '@shared/kernel/words'
import { isPicture } from '../shop/picture'
import type { TierProgram } from '../tiers/program'
import type { ItemGives, ItemRules } from './item'

const MOST_PICTURES = 9

const REASONS = {
  noWords: { zh: '请用中文和英文填写名称', en: 'Name the item in Chinese and English' },
  pictureUnknown: {
    zh: '图片地址要以 https:// 或 cloud:// 开头',
    en: 'The address of a picture begins with https:// or cloud://',
  },
  tooManyPictures: {
    zh: `最多 ${MOST_PICTURES} 张图片`,
    en: `There can be ${MOST_PICTURES} pictures at most`,
  },
  pointsNotPositive: {
    zh: '所需积分必须是大于零的整数',
    en: 'It must cost a whole number of points above zero',
  },
  fenNotWhole: {
    zh: '现金部分必须是不小于零的整数（分）',
    en: 'The money beside the points must be a whole number of fen, and not below zero',
  },
  noWay: { zh: '请选择邮寄、到店自取，或两者', en: 'Choose delivery, collection at the shop, or both' },
  amountNotPositive: { zh: '数值必须是大于零的整数', en: 'A number must be whole and above zero' },
  templateUnknown: { zh: '所选的优惠券不存在或已停用', en: 'The coupon does not exist or is switched off' },
  levelNotSold: {
    zh: '会员天数只能用于出售的等级',
    en: 'Days of membership are of a level that is sold',
  },
  goodsNotCounted: { zh: '实物必须有库存数量', en: 'Goods must be counted in stock' },
  returnDaysNotWhole: {
    zh: '退货天数必须是不小于零的整数',
    en: 'The days for returns must be whole, and not below zero',
  },
  returnOfNoGoods: { zh: '只有实物可以退货', en: 'Only goods can be brought back' },
  limitNotPositive: {
    zh: '每人限兑数量必须是大于零的整数',
    en: 'A limit for a member must be a whole number above zero',
  },
  monthAboveEver: {
    zh: '每月限兑数量超过了每人总限兑数量',
    en: 'A member could have more in a month than ever',
  },
  noLevels: { zh: '请选择可兑换的等级', en: 'Choose the levels that it is for' },
  noSuchLevel: { zh: '所选的等级不存在', en: 'A level that is chosen does not exist' },
  closesBeforeItOpens: { zh: '结束时间不晚于开始时间', en: 'It closes before it opens' },
  earlyWithoutOpening: {
    zh: '没有开始时间，就不能设置提前兑换',
    en: 'Early access needs a time at which it opens',
  },
  earlyNotWhole: {
    zh: '提前的小时数必须是不小于零的整数',
    en: 'Hours of early access must be whole, and not below zero',
  },
} as const satisfies Record<string, Words>

export type ImpossibleItemCode = keyof typeof REASONS

/** Something about an item that keeps it from being saved, and why. */
export interface ImpossibleItem {
  readonly code: ImpossibleItemCode
  readonly reason: Words
}

/** Everything about an item that keeps it from being saved; none when it can be. `templates` are those that issue coupons. */
export function impossibleItem(
  item: ItemRules,
  { levels }: Pick<TierProgram, 'levels'>,
  templates: readonly string[],
): readonly ImpossibleItem[] {
  const checks = { ...ofHead(item), ...ofGives(item, levels, templates), ...ofAccess(item, levels) }
  const codes = (Object.keys(checks) as ImpossibleItemCode[]).filter((code) => checks[code])
  return codes.map((code) => ({ code, reason: REASONS[code] }))
}

type Checks = Partial<Record<ImpossibleItemCode, boolean>>

const isWhole = (amount: number): boolean => amount === 0 || isPositive(amount)

function ofHead({ name, pictures, price, gives, isCounted, returnDays }: ItemRules): Checks {
  return {
    noWords: name.zh.trim() === '' || name.en.trim() === '',
    pictureUnknown: !pictures.every(isPicture),
    tooManyPictures: pictures.length > MOST_PICTURES,
    pointsNotPositive: !isPositive(price.points),
    fenNotWhole: !isWhole(price.fen),
    goodsNotCounted: gives.of === 'physical' && !isCounted,
    returnDaysNotWhole: !isWhole(returnDays),
    returnOfNoGoods: gives.of !== 'physical' && returnDays > 0,
  }
}

function ofGives({ gives }: ItemRules, levels: TierProgram['levels'], templates: readonly string[]): Checks {
  return {
    noWay: gives.of === 'physical' && gives.ways.length === 0,
    amountNotPositive: !amountsOf(gives).every(isPositive),
    templateUnknown: gives.of === 'coupon' && !templates.includes(gives.templateId),
    levelNotSold:
      gives.of === 'membershipDays' && !levels.some(({ id, paid }) => id === gives.levelId && paid !== null),
  }
}

function amountsOf(gives: ItemGives): readonly number[] {
  switch (gives.of) {
    case 'walletCredit':
      return [gives.bonusFen]
    case 'membershipDays':
      return [gives.days]
    case 'physical':
    case 'coupon':
    case 'service':
      return []
  }
}

function ofAccess(item: ItemRules, all: TierProgram['levels']): Checks {
  const { limits, levels, opensAt, closesAt, earlyHours } = item
  const { ever, perMonth } = limits
  const hours = Object.values(earlyHours)
  const known = new Set(all.map(({ id }) => id))
  const named = [...(levels ?? []), ...Object.keys(earlyHours)]
  return {
    limitNotPositive: [ever, perMonth].some((limit) => limit !== null && !isPositive(limit)),
    monthAboveEver: ever !== null && perMonth !== null && perMonth > ever,
    noLevels: levels?.length === 0,
    noSuchLevel: !named.every((id) => known.has(id)),
    closesBeforeItOpens: opensAt !== null && closesAt !== null && closesAt <= opensAt,
    earlyWithoutOpening: opensAt === null && hours.some((each) => each > 0),
    earlyNotWhole: !hours.every(isWhole),
  }
}
