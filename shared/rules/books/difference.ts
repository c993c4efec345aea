import type { Day } from '@shared/kernel/day'
import type { Difference as MemberDifference } from '../account/audit'

/** What the shop's figures say of a day. */
export type FigureCheck =
  | 'newMembers'
  | 'orders'
  | 'salesFen'
  | 'newBuyers'
  | 'newRepeatBuyers'
  | 'pointsIssued'
  | 'pointsSpent'
  | 'pointsExpired'
  | 'checkins'

export type StoreCheck = 'storePoints' | 'storeGrowth' | 'storeFen'

/** Members who moved between two levels on a day, or on all days together. */
export interface TierMoves {
  readonly from: string | null
  readonly to: string
  readonly members: number
}

/** Something that the books say in two ways: `expected` is what the entries make of it, `found` what stands there. */
export type Difference =
  | ({ readonly of: 'member' } & MemberDifference)
  | {
      readonly of: 'day'
      /** Null is all days together. */
      readonly day: Day | null
      readonly check: FigureCheck
      readonly expected: number
      readonly found: number
    }
  | {
      readonly of: 'day'
      readonly day: Day | null
      readonly check: 'tierMoves'
      readonly from: string | null
      readonly to: string
      readonly expected: number
      readonly found: number
    }
  | {
      readonly of: 'store'
      readonly check: StoreCheck
      readonly expected: number
      readonly found: number
    }
