import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { GrowthSource, PointsSource } from '../earning/behaviour'
import type { GrantBasis } from '../benefits/coupons'
import type { EarnedPart } from '../earning/earnOrder'
import type { Stacking } from '../earning/stack'
import type { CardBasis } from '../giftCards/basis'
import type { GrowthDay } from '../growth/days'
import type { GrowthMode } from '../growth/window'
import type { MembershipBasis } from '../memberships/basis'
import type { LotChange } from '../points/lots'
import type { PendingLot } from '../points/pending'
import type { TierMove } from '../tiers/tierMove'
import type { WalletBasis } from '../wallet/basis'
import type { Balances } from './account'

export type EntryKind =
  | 'memberJoined'
  | 'checkin'
  | 'orderImported'
  | 'orderPaid'
  | 'orderRefunded'
  | 'refundedByHand'
  | 'pointsSpent'
  | 'pointsReturned'
  | 'pointsReleased'
  | 'pointsExpired'
  | 'growthLapsed'
  | 'growthRecounted'
  | 'tierJudged'
  | 'tierGiven'
  | 'tierTakenBack'
  | 'upgradePoints'
  | 'benefitGranted'
  | 'toppedUp'
  | 'walletRefunded'
  | 'walletRefundReturned'
  | 'bonusConverted'
  | 'membershipPaid'
  | 'membershipRefunded'
  | 'giftCardsBought'
  | 'giftCardClaimed'
  | 'giftCardReturned'

export type Unit = 'points' | 'growth' | 'fen'

/** Accounts of the member. */
export type MemberAccount = keyof Balances

/** Accounts of the store: where value comes from and goes to. */
export type StoreAccount =
  | `store.pointsIssued.${PointsSource}`
  | `store.pointsRedeemed.${'order' | 'mall'}`
  | 'store.pointsExpired'
  | `store.growthIssued.${GrowthSource}`
  | 'store.growthLapsed'
  | 'store.cash.imported'
  | 'store.cash.counter'
  | 'store.cash.intake'
  | 'store.cash.wechat'
  | 'store.sales'
  | 'store.freight'
  | 'store.memberships'
  | 'store.bonusIssued'
  | `store.giftCards.${'bought' | 'printed'}`
  | `store.bonusConverted.${'points' | 'coupon' | 'giftCard'}`

/** One side of a movement: `amount` is what the account gains. */
export interface Leg {
  readonly account: MemberAccount | StoreAccount
  readonly unit: Unit
  readonly amount: number
}

/** What the rule had before it when it made the entry: enough to explain every number in it. */
export type Basis =
  | { readonly of: 'joining'; readonly how: 'oneTap' | 'import' }
  | {
      readonly of: 'checkin'
      readonly streak: number
      readonly cycleDay: number
      readonly cycleDays: number
      /** What the day of the cycle gives, and the day's cap on it. */
      readonly rewardPoints: number
      readonly dailyCap: number | null
      readonly pointsVersion: number
    }
  | {
      readonly of: 'order'
      readonly orderId: string
      readonly amountFen: number
      readonly quantity: number
      readonly pointsPerYuan: number
      readonly growthPerYuan: number
      readonly validUntil: Day | null
      /** The version of the points settings that gave `validUntil`. */
      readonly pointsVersion: number
      /** This order made the member a buyer. */
      readonly firstOrder: boolean
      /** This order made the member one who came back on another day. */
      readonly firstReturn: boolean
      /** How the points of a sale were reckoned; absent for past orders, which earn at the base rate. */
      readonly earned?: EarnedBasis
    }
  | {
      readonly of: 'refund'
      readonly orderId: string
      readonly orderDay: Day
      /** What goes back of the money paid for goods, and of the freight. */
      readonly amountFen: number
      readonly freightFen: number
      /** What was paid for the goods of the order. */
      readonly paidFen: number
      /** What earlier refunds gave back of it. */
      readonly refundedBeforeFen: number
      /** What the order earned, what earlier refunds took back of it, and what this one takes. */
      readonly earnedPoints: number
      readonly takenBeforePoints: number
      readonly takenBackPoints: number
      readonly earnedGrowth: number
      readonly takenBeforeGrowth: number
      readonly takenBackGrowth: number
      /** The last day of the points that the order earned: its own lot. */
      readonly validUntil: Day | null
      /** What of the points could not be taken, since it had been spent. */
      readonly debt: number
    }
  | {
      readonly of: 'refundByHand'
      readonly outRefundNo: string
      readonly outTradeNo: string
      readonly amountFen: number
      /** How it was paid out, as the people of the shop wrote it. */
      readonly text: string
    }
  | {
      readonly of: 'pointsToCash'
      readonly orderId: string
      readonly points: number
      readonly amountFen: number
      readonly pointsPerYuan: number
      /** Why the points came back: with a refund, or since the order was cancelled. Absent when they were spent. */
      readonly refundId?: string
      readonly cancelled?: true
      /** Days that points are good for whose own lot has lapsed; zero when none had. */
      readonly graceDays?: number
    }
  | {
      readonly of: 'release'
      readonly releaseDay: Day
      readonly validUntil: Day | null
      readonly repaid: number
    }
  | { readonly of: 'expiry'; readonly validUntil: Day }
  | { readonly of: 'growthLapse'; readonly mode: GrowthMode; readonly from: Day; readonly to: Day }
  | { readonly of: 'growthRecount'; readonly mode: GrowthMode }
  | { readonly of: 'tierJudged' }
  | {
      readonly of: 'tierGiven' | 'tierTakenBack'
      readonly levelId: string
      /** The last day; null for until it is taken back. */
      readonly until: Day | null
      /** Why, as the people of the shop wrote it. */
      readonly text: string
    }
  | {
      readonly of: 'upgradePoints'
      readonly levelId: string
      readonly points: number
      readonly benefitIds: readonly string[]
      readonly validUntil: Day | null
      /** The version of the points settings that gave `validUntil`. */
      readonly pointsVersion: number
      readonly repaid: number
    }
  | GrantBasis
  | WalletBasis
  | MembershipBasis
  | CardBasis

/** How an order's points were reckoned, part by part. */
export interface EarnedBasis {
  readonly parts: readonly EarnedPart[]
  readonly stacking: Stacking
  readonly campaignsVersion: number
  readonly capBp: number | null
  /** What the day's cap left of what the multipliers made: the same when it cut nothing. */
  readonly beforeDailyCap: number
  readonly dailyCap: number | null
  /** How much of it repaid a debt. */
  readonly repaid: number
  /** The day on which the points become available; null for at once. */
  readonly releaseDay: Day | null
}

/** One entry of the append-only journal. Its id is its cause: the same cause twice is one entry. */
export interface Entry {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  /** Gap-free for each member, from 1. */
  readonly seq: number
  readonly kind: EntryKind
  /** When it happened, in the store's time. */
  readonly at: number
  readonly day: Day
  /** When it was written down: later than `at` for imported history and late timers. */
  readonly recordedAt: number
  readonly source: string
  readonly reason: Words
  readonly legs: readonly Leg[]
  /** The sums of the legs on the member's own accounts. */
  readonly change: Balances
  /** The member's balances after this entry. */
  readonly after: Balances
  readonly lots: readonly LotChange[]
  /** What it did to the points that are still to come. */
  readonly pending: readonly PendingLot[]
  /** What it did to the growth of a day. */
  readonly growthDays: readonly GrowthDay[]
  readonly basis: Basis
  /** The settings that made it. */
  readonly rule: { readonly topic: string; readonly version: number } | null
  /** The change of tier that this entry brought about. */
  readonly tier: TierMove | null
  readonly by: 'member' | 'system' | `staff:${string}`
}

/** What a rule decides; posting adds what follows from the account. */
export type EntryDraft = Omit<
  Entry,
  'schemaVersion' | 'member' | 'seq' | 'change' | 'after' | 'tier' | 'pending' | 'growthDays'
> &
  Partial<Pick<Entry, 'pending' | 'growthDays'>> & {
    /** When the level is judged, for what is told later than it happened; else at the entry's own moment. */
    readonly judged?: { readonly day: Day; readonly at: number }
  }
