import type { Benefit } from '../benefits/benefit'
import { DEFAULT_POINTS } from '../points/settings'
import type { DiscountRule } from './automatic'
import type { Cart, CartLine } from './cart'
import type { HeldCoupon } from './heldCoupon'
import { quote, type Buyer, type Choices, type QuoteRefusal, type QuoteRules } from './quote'
import type { Quote } from './quoted'

/* A small order, and how to speak of it in a test. */

export const YUAN = 100
export const TODAY = '2026-06-18'

const both = { withAutomatic: true, withCodes: true }

export function line(product: string, yuan: number, more: Partial<CartLine> = {}): CartLine {
  return {
    product,
    category: null,
    name: { zh: product, en: product },
    options: [],
    quantity: 1,
    unitListFen: yuan * YUAN,
    unitMemberFen: null,
    ...more,
  }
}

export function coupon(
  id: string,
  takesOff: HeldCoupon['takesOff'],
  more: Partial<HeldCoupon> = {},
): HeldCoupon {
  return {
    id,
    name: { zh: id, en: id },
    takesOff,
    goods: { of: 'all' },
    requirement: { of: 'none' },
    stacking: both,
    levels: null,
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    usesLeft: 1,
    ...more,
  }
}

export function discount(id: string, rateBp: number, more: Partial<DiscountRule> = {}): DiscountRule {
  return {
    kind: 'campaign',
    id,
    name: { zh: id, en: id },
    rateBp,
    goods: { of: 'all' },
    requirement: { of: 'none' },
    stacking: { withAutomatic: false, withCodes: true },
    when: { of: 'always' },
    audience: { of: 'everyone' },
    ...more,
  }
}

/** Gold's exclusive discount, which goes together with codes and not with other automatic discounts. */
export const GOLD: Benefit = {
  id: 'gold',
  levelId: 'gold',
  for: 'everyone',
  name: { zh: '金卡专享', en: 'Gold discount' },
  description: { zh: '', en: '' },
  icon: null,
  addedOn: '2026-01-01',
  perk: {
    of: 'discount',
    rateBp: 9_500,
    requirement: { of: 'none' },
    stacking: { withAutomatic: false, withCodes: true },
  },
}

export const BUYER: Buyer = {
  facts: { tierId: 'gold', isPaidMember: false, birthday: null, segments: [], ofLevel: [] },
  benefits: [],
  coupons: [],
  points: 0,
  balance: { principalFen: 0, bonusFen: 0 },
}

export const RULES: QuoteRules = {
  discounts: [],
  memberPrice: { withAutomatic: false, withCodes: true },
  toCash: DEFAULT_POINTS.toCash,
  spendingOrder: 'proportional',
}

interface Asked {
  readonly lines: readonly CartLine[]
  readonly freightFen?: number
  readonly buyer?: Partial<Buyer>
  readonly rules?: Partial<QuoteRules>
  readonly choices?: Partial<Choices>
  readonly day?: string
}

export function ask({ lines, freightFen = 0, buyer, rules, choices, day = TODAY }: Asked) {
  const cart: Cart = { lines, freightFen }
  const chosen: Choices = { coupons: [], points: 0, balance: { of: 'none' }, ...choices }
  return quote(cart, { ...BUYER, ...buyer }, { ...RULES, ...rules }, chosen, day)
}

/** The quote; throws where it is refused. */
export function quoteOf(asked: Asked): Quote {
  const answer = ask(asked)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

/** Why there is none; throws where there is one. */
export function refusalOf(asked: Asked): QuoteRefusal {
  const answer = ask(asked)
  if (answer.ok) throw new Error('there is a quote')
  return answer.error
}

/** 400 yuan, Gold's 9.5 折, "200 − 20", 3,000 points, freight free, a wallet of 100 + 20: 210 are left for WeChat Pay. */
export const WORKED_EXAMPLE: Asked = {
  lines: [line('teapot', 400)],
  freightFen: 10 * YUAN,
  buyer: {
    benefits: [GOLD],
    coupons: [
      coupon(
        'c20',
        { kind: 'cashOff', amountFen: 20 * YUAN },
        { requirement: { of: 'minimumAmount', amountFen: 200 * YUAN } },
      ),
      coupon('ship', { kind: 'freeShipping' }),
    ],
    points: 5_000,
    balance: { principalFen: 100 * YUAN, bonusFen: 20 * YUAN },
  },
  choices: { coupons: ['c20', 'ship'], points: 3_000, balance: { of: 'all' } },
}
