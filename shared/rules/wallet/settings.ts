import type { AnyAmount, TopUpPlan } from './plans'

/** Which money goes first. */
export type SpendingOrder = 'proportional' | 'principalFirst' | 'bonusFirst'

/** The law's rules for prepaid cards, as far as a shop can set them. */
export interface PrepaidRules {
  /** The most that a member's wallet may hold. */
  readonly mostFen: number
  /** Whether bonus takes up room under that too. */
  readonly countsBonus: boolean
  /** The most that a card may hold which is nobody's yet, and the years that it is good for. */
  readonly mostBearerFen: number
  readonly bearerYears: number
  /** Days after paying in during which a member may have the money back without the shop's consent. */
  readonly refundDays: number
}

/** What bonus becomes at the end of a year, and how many days before it the member is told. */
export type Conversion =
  | { readonly of: 'points'; readonly pointsPerYuan: number; readonly noticeDays: number }
  | {
      readonly of: 'coupon'
      readonly rateBp: number
      readonly validDays: number
      readonly noticeDays: number
    }
  | { readonly of: 'giftCard'; readonly rateBp: number; readonly noticeDays: number }

export type YearEndRule = { readonly of: 'extends' } | Conversion

export interface WalletSettings {
  readonly version: number
  readonly spendingOrder: SpendingOrder
  readonly prepaid: PrepaidRules
  readonly plans: readonly TopUpPlan[]
  /** Null when members can't choose an amount. */
  readonly anyAmount: AnyAmount | null
  readonly yearEnd: YearEndRule
}

export const LEGAL_PREPAID: PrepaidRules = {
  mostFen: 500_000,
  countsBonus: false,
  mostBearerFen: 100_000,
  bearerYears: 3,
  refundDays: 7,
}

export const DEFAULT_WALLET: WalletSettings = {
  version: 0,
  spendingOrder: 'proportional',
  prepaid: LEGAL_PREPAID,
  plans: [],
  anyAmount: null,
  yearEnd: { of: 'extends' },
}
