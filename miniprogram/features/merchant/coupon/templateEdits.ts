import type { CouponRules } from '@shared/rules/coupons/template'
import { isUnfinished } from '../settings/unfinished'

export type Kind = CouponRules['takesOff']['kind']

export const FIRST_TAKES_OFF: { readonly [K in Kind]: Extract<CouponRules['takesOff'], { kind: K }> } = {
  cashOff: { kind: 'cashOff', amountFen: 2_000 },
  percentOff: { kind: 'percentOff', rateBp: 9_000, capFen: null },
  freeShipping: { kind: 'freeShipping' },
  exchange: { kind: 'exchange', quantity: 1 },
}

type Goods = CouponRules['goods']
export const FIRST_GOODS: { readonly [Of in Goods['of']]: Extract<Goods, { of: Of }> } = {
  all: { of: 'all' },
  categories: { of: 'categories', categories: [] },
  products: { of: 'products', products: [] },
}

export function newTemplate(): CouponRules {
  return {
    name: { zh: '', en: '' },
    takesOff: FIRST_TAKES_OFF.cashOff,
    goods: FIRST_GOODS.all,
    requirement: { of: 'none' },
    stacking: { withAutomatic: true, withCodes: false },
    validity: { of: 'days', days: 30 },
    audience: { of: 'everyone' },
    perMember: 1,
    total: null,
    claimable: false,
    isOn: true,
  }
}

/** The rules as another kind of coupon: an exchange is for products that are named. */
export function withKind(rules: CouponRules, kind: Kind): CouponRules {
  const goods = kind === 'exchange' && rules.goods.of !== 'products' ? FIRST_GOODS.products : rules.goods
  return { ...rules, takesOff: FIRST_TAKES_OFF[kind], goods }
}

/** What does not go together as it stands; the server would refuse the same. */
export interface TemplateFaults {
  /** The minimum is not above what is taken off: so much, in fen. */
  readonly minimumFen: number | undefined
  readonly backwards: boolean
  readonly isOver: boolean
  readonly limit: boolean
  readonly levels: boolean
}

export function faultsOf(rules: CouponRules, today: string): TemplateFaults {
  const { takesOff, requirement, validity, perMember, total, audience, isOn } = rules
  const offFen = takesOff.kind === 'cashOff' ? takesOff.amountFen : 0
  const isBelow = requirement.of === 'minimumAmount' && requirement.amountFen <= offFen
  const dates = validity.of === 'dates' ? validity : null
  return {
    minimumFen: isBelow ? offFen : undefined,
    backwards: dates !== null && dates.to < dates.from,
    isOver: isOn && dates !== null && dates.from <= dates.to && dates.to < today,
    limit: total !== null && perMember > total,
    levels: audience.of === 'levels' && audience.levels.length === 0,
  }
}

export function canSave(rules: CouponRules, today: string): boolean {
  const { minimumFen, ...others } = faultsOf(rules, today)
  return minimumFen === undefined && !Object.values(others).includes(true) && !isUnfinished(rules)
}
