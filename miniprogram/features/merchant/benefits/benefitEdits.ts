import type { Day } from '@shared/kernel/day'
import type { Benefit, Issue, Perk, Requirement } from '@shared/rules/benefits/benefit'
import type { Level } from '@shared/rules/tiers/program'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'

/** What a merchant may choose of benefits, and what each choice begins with. */

export type Kind = Perk['of']

const discounting = {
  requirement: { of: 'none' },
  stacking: { withAutomatic: true, withCodes: false },
} as const
const coupon = { validDays: 30, issue: { of: 'atOnce' }, ...discounting } as const

/** In the order in which they are offered. */
const FIRST: { readonly [Of in Kind]: Extract<Perk, { of: Of }> } = {
  discount: { of: 'discount', rateBp: 9_500, ...discounting },
  voucher: {
    of: 'voucher',
    amountFen: 2_000,
    ...coupon,
    requirement: { of: 'minimumAmount', amountFen: 20_000 },
  },
  pointsMultiplier: { of: 'pointsMultiplier', rateBp: 15_000 },
  pointsOnUpgrade: { of: 'pointsOnUpgrade', points: 500 },
  birthdayDiscount: { of: 'birthdayDiscount', rateBp: 9_000, ...discounting },
  freeShippingCoupon: { of: 'freeShippingCoupon', coupons: 1, ...coupon },
  freeShippingQuota: { of: 'freeShippingQuota', perMonth: 1, ...discounting },
  prioritySupport: { of: 'prioritySupport' },
  extendedReturns: { of: 'extendedReturns', days: 7 },
  earlyAccess: { of: 'earlyAccess', hours: 24 },
  custom: { of: 'custom' },
}

export const KINDS = Object.keys(FIRST) as Kind[]

export const FIRST_ISSUE: { readonly [Of in Issue['of']]: Extract<Issue, { of: Of }> } = {
  atOnce: { of: 'atOnce' },
  everyMonths: { of: 'everyMonths', months: 1, dayOfMonth: 1 },
  yearly: { of: 'yearly', month: 1, dayOfMonth: 1 },
}

export const FIRST_REQUIREMENT: {
  readonly [Of in Requirement['of']]: Extract<Requirement, { of: Of }>
} = {
  none: { of: 'none' },
  minimumAmount: { of: 'minimumAmount', amountFen: 20_000 },
  minimumQuantity: { of: 'minimumQuantity', quantity: 2 },
}

/** A benefit as it begins, with the words of its kind; one of the merchant's own has no name yet. */
export function newBenefit(id: string, levelId: string, kind: Kind, today: Day): Benefit {
  const isOwn = kind === 'custom'
  return {
    id,
    levelId,
    for: 'everyone',
    name: isOwn ? { zh: '', en: '' } : { zh: zh.benefits.kinds[kind].name, en: en.benefits.kinds[kind].name },
    description: isOwn
      ? { zh: '', en: '' }
      : { zh: zh.benefits.descriptions[kind], en: en.benefits.descriptions[kind] },
    icon: null,
    addedOn: today,
    perk: FIRST[kind],
  }
}

/** Why a kind cannot be chosen for a level; null where it can. */
export function closedKind(kind: Kind, levels: readonly Level[], levelId: string): 'pointsOnLowest' | null {
  return kind === 'pointsOnUpgrade' && levels[0]?.id === levelId ? 'pointsOnLowest' : null
}

/** Why a benefit of a level cannot be for an audience; null where it can. */
export function closedFor(audience: Benefit['for'], level: Level): 'paidOnlyElsewhere' | null {
  return audience === 'paidOnly' && level.kind !== 'dual' ? 'paidOnlyElsewhere' : null
}

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** 29 for February: it has that day in some years. NaN counts as a month that may have any. */
export const lastDayOf = (month: number): number => DAYS_OF_MONTHS[month - 1] ?? 31

/** A date of the year in another month, on its last day where that is shorter. */
export function inMonth(issue: Extract<Issue, { of: 'yearly' }>, month: number): Issue {
  const last = lastDayOf(month)
  return { ...issue, month, dayOfMonth: issue.dayOfMonth > last ? last : issue.dayOfMonth }
}
