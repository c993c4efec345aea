import { dayWords } from '@shared/kernel/dayWords'
import type { Day } from '@shared/kernel/day'
import { discountWords } from '@shared/kernel/rateWords'
import type { Words } from '@shared/kernel/words'
import { requirementWords, stackingWords, yuan } from '../benefits/words'
import type { Goods } from '../earning/multipliers'
import type { TierProgram } from '../tiers/program'
import type { CouponCause } from './coupon'
import type { Validity } from './template'
import type { CouponTerms, TakesOff } from './terms'

/** What one coupon takes off, as short as can be. */
export function worthWords(takesOff: TakesOff): Words {
  switch (takesOff.kind) {
    case 'cashOff': {
      const amount = `¥${yuan(takesOff.amountFen)}`
      return { zh: amount, en: amount }
    }
    case 'percentOff':
      return discountWords(takesOff.rateBp)
    case 'freeShipping':
      return { zh: '免邮', en: 'Free shipping' }
    case 'exchange':
      return takesOff.quantity === 1
        ? { zh: '兑换', en: 'Exchange' }
        : { zh: `兑换 ${takesOff.quantity} 件`, en: `${takesOff.quantity} for free` }
  }
}

/** Everything that using a coupon asks for, one sentence each, in the order in which people ask. */
export function termsWords(terms: Omit<CouponTerms, 'name'>, tiers: TierProgram): readonly Words[] {
  const { takesOff, goods, requirement, stacking, levels } = terms
  return [
    ...effectWords(takesOff),
    requirementWords(requirement),
    goodsWords(goods),
    stackingWords(stacking),
    ...(levels === null ? [] : [levelsWords(levels, tiers)]),
  ]
}

/** What a coupon does that its worth does not say. */
function effectWords(takesOff: TakesOff): readonly Words[] {
  switch (takesOff.kind) {
    case 'cashOff':
    case 'freeShipping':
      return []
    case 'percentOff': {
      if (takesOff.capFen === null) return []
      const cap = yuan(takesOff.capFen)
      return [{ zh: `最多优惠 ${cap} 元`, en: `at most ¥${cap} off` }]
    }
    case 'exchange':
      return [
        {
          zh: `免费换取 ${takesOff.quantity} 件指定商品，其中最贵的先换`,
          en: `${takesOff.quantity} of the goods that it is for cost nothing, the dearest first`,
        },
      ]
  }
}

function goodsWords(goods: Goods): Words {
  switch (goods.of) {
    case 'all':
      return { zh: '全部商品可用', en: 'for all goods' }
    case 'categories':
      return {
        zh: `仅限分类：${goods.categories.join('、')}`,
        en: `only for: ${goods.categories.join(', ')}`,
      }
    case 'products':
      return { zh: `仅限商品：${goods.products.join('、')}`, en: `only for: ${goods.products.join(', ')}` }
  }
}

function levelsWords(levels: readonly string[], { levels: all }: TierProgram): Words {
  const names = levels.map((id) => all.find((level) => level.id === id)?.name ?? { zh: id, en: id })
  return {
    zh: `仅限${names.map(({ zh }) => zh).join('、')}使用`,
    en: `only for members on ${names.map(({ en }) => en).join(', ')}`,
  }
}

/** The days on which a coupon can be used, as they are told before it is issued. */
export function validityWords(validity: Validity): Words {
  switch (validity.of) {
    case 'dates':
      return daysWords(validity.from, validity.to)
    case 'days':
      return validity.days === 1
        ? { zh: '领取当天有效', en: 'good on the day you get it' }
        : {
            zh: `领取后 ${validity.days} 天内有效（含当天）`,
            en: `good for ${validity.days} days, the first included`,
          }
    case 'birthdayMonth':
      return { zh: '生日当月有效', en: 'good in the month of your birthday' }
  }
}

/** From when to when it can be used, both days included. */
export function daysWords(from: Day, to: Day): Words {
  const [first, last] = [dayWords(from), dayWords(to)]
  return from === to
    ? { zh: `仅 ${first.zh}当天可用`, en: `good on ${first.en} only` }
    : { zh: `${first.zh}至 ${last.zh}可用`, en: `good from ${first.en} to ${last.en}` }
}

/** Where a coupon came from, as its member reads it. */
export function causeWords(cause: CouponCause, grantedOn: Day, tiers: TierProgram): Words {
  const day = dayWords(grantedOn)
  switch (cause.of) {
    case 'benefit': {
      const level = tiers.levels.find(({ id }) => id === cause.levelId)?.name
      return level
        ? { zh: `${level.zh}等级权益，${day.zh}发放`, en: `A benefit of ${level.en}, given on ${day.en}` }
        : { zh: `等级权益，${day.zh}发放`, en: `A benefit of your level, given on ${day.en}` }
    }
    case 'claimed':
      return { zh: `您在 ${day.zh}领取`, en: `You claimed it on ${day.en}` }
    case 'given':
      return {
        zh: `商家在 ${day.zh}赠送：${cause.reason}`,
        en: `Given by the store on ${day.en}: ${cause.reason}`,
      }
    case 'topUp':
      return { zh: `${day.zh}储值赠送`, en: `Came with a top-up on ${day.en}` }
    case 'yearEnd':
      return {
        zh: `${cause.year} 年末由储值赠金转换`,
        en: `Made of stored-value bonus at the end of ${cause.year}`,
      }
  }
}
