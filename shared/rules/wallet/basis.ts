import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { CouponTerms } from '../coupons/terms'
import type { RefundPart } from './refund'
import type { Conversion } from './settings'
import type { Channel, Part } from './wallet'
import type { Becomes } from './yearEnd'

/** Coupons that came with a top-up, and the days on which they can be used. */
export interface GivenCoupons extends CouponTerms {
  readonly templateId: string
  readonly count: number
  readonly validFrom: Day
  readonly validUntil: Day
}

export interface TopUpBasis {
  readonly of: 'topUp'
  readonly topUpId: string
  readonly planId: string | null
  readonly planName: Words | null
  readonly paidFen: number
  readonly bonusFen: number
  readonly paidBy: Channel
  readonly points: number
  readonly growth: number
  readonly coupons: readonly GivenCoupons[]
  /** The version of the agreement that the member agreed to. */
  readonly agreement: string
  /** The last day of the points, and the version of the settings that gave it. */
  readonly validUntil: Day | null
  readonly pointsVersion: number
  readonly repaid: number
}

/** Who asked for a refund of the wallet: the member by their right, or the shop, with its reason. */
export type RefundGround = { readonly by: 'right' } | { readonly by: 'shop'; readonly reason: string }

/** What the rule had before it when money left the wallet or came into it. */
export type WalletBasis =
  | TopUpBasis
  | {
      readonly of: 'walletRefund'
      readonly refundId: string
      readonly ground: RefundGround
      readonly parts: readonly RefundPart[]
    }
  | { readonly of: 'walletRefundReturned'; readonly refundId: string; readonly parts: readonly Part[] }
  | {
      readonly of: 'bonusConverted'
      readonly year: number
      readonly toldOn: Day
      readonly rule: Conversion
      readonly bonusFen: number
      readonly becomes: Becomes
      readonly validUntil: Day | null
      readonly pointsVersion: number
      readonly repaid: number
    }
