import { monthNameEn } from '@shared/kernel/dayWords'
import { yuanText, type Fen } from '@shared/kernel/fen'
import { discountWords } from '@shared/kernel/rateWords'
import type { Words } from '@shared/kernel/words'
import { countText, factorText, pointsOf } from '../explain/texts'
import type { Issue, Perk, Requirement, Stacking } from './benefit'

/** What a perk is, in a few words: "9.5 折", "20 元现金券". Null for one of the merchant's own: its name says it. */
export function perkWords(perk: Perk): Words | null {
  switch (perk.of) {
    case 'discount':
      return discountWords(perk.rateBp)
    case 'birthdayDiscount': {
      const { zh, en } = discountWords(perk.rateBp)
      return { zh: `生日月 ${zh}`, en: `${en} in the birthday month` }
    }
    case 'voucher':
      return { zh: `${yuan(perk.amountFen)} 元现金券`, en: `¥${yuan(perk.amountFen)} voucher` }
    case 'freeShippingCoupon':
      return { zh: `免邮券 ${perk.coupons} 张`, en: counted(perk.coupons, 'free-shipping coupon') }
    case 'freeShippingQuota':
      return {
        zh: `每月免邮 ${perk.perMonth} 次`,
        en: `free shipping ${perk.perMonth === 1 ? 'once' : `${perk.perMonth} times`} a month`,
      }
    case 'pointsOnUpgrade':
      return { zh: `升级送 ${countText(perk.points)} 积分`, en: `${pointsOf(perk.points)} on upgrade` }
    case 'pointsMultiplier':
      return { zh: `消费积分 ${factorText(perk.rateBp)} 倍`, en: `${factorText(perk.rateBp)}× points` }
    case 'prioritySupport':
      return { zh: '优先客服', en: 'priority support' }
    case 'extendedReturns':
      return {
        zh: `退换货期限延长 ${perk.days} 天`,
        en: `${counted(perk.days, 'more day')} to return goods`,
      }
    case 'earlyAccess':
      return { zh: `提前 ${perk.hours} 小时选购`, en: `${counted(perk.hours, 'hour')} of early access` }
    case 'custom':
      return null
  }
}

/** What else there is to know of a perk, in the order in which people ask: when it is given, how long it is good, what it asks for. */
export function perkDetails(perk: Perk): readonly Words[] {
  const given = givenWords(perk)
  return [
    ...(given ? [given] : []),
    ...('validDays' in perk ? [validWords(perk.validDays)] : []),
    ...('requirement' in perk ? [requirementWords(perk.requirement), stackingWords(perk.stacking)] : []),
  ]
}

/** When a perk is given; null for one that simply holds. */
function givenWords(perk: Perk): Words | null {
  switch (perk.of) {
    case 'voucher':
    case 'freeShippingCoupon':
      return issueWords(perk.issue)
    case 'freeShippingQuota':
      return { zh: '每月更新，未用的不累积', en: 'new each month, what is left is not carried over' }
    case 'birthdayDiscount':
      return { zh: '每年生日当月可用', en: 'each year in the month of the birthday' }
    case 'pointsOnUpgrade':
      return { zh: '首次升到该等级时发放一次', en: 'given once, on the first upgrade to the level' }
    default:
      return null
  }
}

/** Days of a month that some month does not have. */
const LONGEST_DAY_OF_ALL = 28

export function issueWords(issue: Issue): Words {
  switch (issue.of) {
    case 'atOnce':
      return { zh: '达到等级时发放一次', en: 'given once, when the level is reached' }
    case 'yearly':
      return yearlyWords(issue)
    case 'everyMonths':
      return monthlyWords(issue)
  }
}

function yearlyWords({ month, dayOfMonth }: Extract<Issue, { of: 'yearly' }>): Words {
  const isLeap = month === 2 && dayOfMonth > LONGEST_DAY_OF_ALL
  return {
    zh: `每年 ${month} 月 ${dayOfMonth} 日发放${isLeap ? '（平年为 28 日）' : ''}`,
    en: `given every year on ${dayOfMonth} ${monthNameEn(month)}${isLeap ? ' (the 28th in other years)' : ''}`,
  }
}

function monthlyWords({ months, dayOfMonth }: Extract<Issue, { of: 'everyMonths' }>): Words {
  const isShort = dayOfMonth > LONGEST_DAY_OF_ALL
  const [zh, en] = months === 1 ? ['每月', 'every month'] : [`每 ${months} 个月的`, `every ${months} months`]
  return {
    zh: `${zh} ${dayOfMonth} 日发放${isShort ? '（短月为最后一天）' : ''}`,
    en: `given ${en} on the ${ordinal(dayOfMonth)}${isShort ? ' (the last day of shorter months)' : ''}`,
  }
}

/** What must be bought before it can be used. */
export function requirementWords(requirement: Requirement): Words {
  switch (requirement.of) {
    case 'none':
      return { zh: '无使用门槛', en: 'no minimum purchase' }
    case 'minimumAmount': {
      const amount = yuan(requirement.amountFen)
      return { zh: `满 ${amount} 元可用`, en: `for purchases of ¥${amount} or more` }
    }
    case 'minimumQuantity': {
      const { quantity } = requirement
      return { zh: `满 ${quantity} 件可用`, en: `for ${counted(quantity, 'item')} or more` }
    }
  }
}

/** What it can be used together with. */
export function stackingWords({ withAutomatic, withCodes }: Stacking): Words {
  if (withAutomatic && withCodes)
    return { zh: '可与自动优惠、优惠码同享', en: 'goes together with automatic discounts and discount codes' }
  if (withAutomatic)
    return {
      zh: '可与自动优惠同享，不与优惠码同享',
      en: 'goes together with automatic discounts, not with discount codes',
    }
  if (withCodes)
    return {
      zh: '可与优惠码同享，不与自动优惠同享',
      en: 'goes together with discount codes, not with automatic discounts',
    }
  return { zh: '不与其他优惠同享', en: 'does not go together with other discounts' }
}

function validWords(days: number): Words {
  return days === 1
    ? { zh: '发放当天有效', en: 'good on the day it is given' }
    : { zh: `发放后 ${days} 天内有效（含当天）`, en: `good for ${days} days, the first included` }
}

/** "200", "1,280", "19.90": whole yuan without fen. */
export function yuan(fen: Fen): string {
  const [whole = '', fraction = ''] = yuanText(fen).split('.')
  return `${countText(Number(whole))}${fraction === '00' ? '' : `.${fraction}`}`
}

const counted = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${countText(n)} ${one}s`)

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
function ordinal(n: number): string {
  const isTeen = n > 10 && n < 14
  return `${n}${(!isTeen && ['th', 'st', 'nd', 'rd'][n % 10]) || 'th'}`
}
