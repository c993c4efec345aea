import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { LotChange } from '../points/lots'
import type { TierMove } from '../tiers/evaluate'
import type { Balances } from './account'

export type EntryKind = 'memberJoined' | 'checkin' | 'orderImported' | 'pointsExpired'

export type Unit = 'points' | 'growth' | 'fen'

/** Accounts of the member. */
export type MemberAccount = keyof Balances

/** Accounts of the store: where value comes from and goes to. */
export type StoreAccount =
  | 'store.pointsIssued.checkin'
  | 'store.pointsIssued.order'
  | 'store.pointsExpired'
  | 'store.growthIssued.checkin'
  | 'store.growthIssued.order'
  | 'store.cash.imported'
  | 'store.sales'

/** One side of a movement: `amount` is what the account gains. */
export interface Leg {
  readonly account: MemberAccount | StoreAccount
  readonly unit: Unit
  readonly amount: number
}

/** What the rule had before it when it made the entry: enough to explain every number in it. */
export type Basis =
  | { readonly of: 'joining'; readonly how: 'oneTap' | 'import' }
  | { readonly of: 'checkin'; readonly streak: number; readonly cycleDay: number; readonly cycleDays: number }
  | {
      readonly of: 'order'
      readonly orderId: string
      readonly amountFen: number
      readonly quantity: number
      readonly pointsPerYuan: number
      readonly growthPerYuan: number
      readonly validUntil: Day | null
      /** This order made the member a buyer. */
      readonly firstOrder: boolean
      /** This order made the member one who came back on another day. */
      readonly firstReturn: boolean
    }
  | { readonly of: 'expiry'; readonly validUntil: Day }

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
  readonly basis: Basis
  /** The settings that made it. */
  readonly rule: { readonly topic: string; readonly version: number } | null
  /** The change of tier that this entry brought about. */
  readonly tier: TierMove | null
  readonly by: 'member' | 'system' | `staff:${string}`
}

/** What a rule decides; posting adds what follows from the account. */
export type EntryDraft = Omit<Entry, 'schemaVersion' | 'member' | 'seq' | 'change' | 'after' | 'tier'>
