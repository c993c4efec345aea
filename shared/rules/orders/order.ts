import type { Day } from '@shared/kernel/day'
import type { LotChange } from '../points/lots'
import type { PaidParts, Tender } from './tender'

interface AnyOrder {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly placedAt: number
  readonly placedDay: Day
  readonly source: string
  readonly externalId: string
  readonly quantity: number
  /** What was paid for goods in the end, in fen. */
  readonly amountFen: number
  /** What is left of it after refunds. */
  readonly netFen: number
  /** The version of the earning rules that it was booked under. */
  readonly ruleVersion: number
}

/** An order that an earlier system knew. */
export interface PastOrderDocument extends AnyOrder {
  readonly kind: 'imported'
  readonly state: 'completed'
}

/** A sale that the shop recorded itself. */
export interface SaleDocument extends AnyOrder {
  readonly kind: 'sale'
  /** The number of the entry that it came with among the member's entries. */
  readonly seq: number
  readonly state: 'completed' | 'refunded'
  readonly lines: readonly SoldLine[]
  readonly freightFen: number
  readonly pointsUsed: PointsUsed
  /** Absent for a sale that was paid without stored value. */
  readonly tender?: Tender
  readonly earned: EarnedByOrder
  readonly refunds: readonly Refund[]
}

export type OrderDocument = PastOrderDocument | SaleDocument

/** Goods as they are sold, in fen after every discount. */
export interface SaleLine {
  readonly category: string | null
  readonly product: string | null
  readonly quantity: number
  readonly amountFen: number
}

export interface SoldLine extends SaleLine {
  /** What points took off this line, and what was paid for it in the end. */
  readonly deductedFen: number
  readonly paidFen: number
}

export interface PointsUsed {
  readonly points: number
  readonly amountFen: number
  /** The lots that they came from, in the order in which they were taken: negative. */
  readonly taken: readonly LotChange[]
}

/** What an order earned under the rules of its day: a refund takes back its share of this, whatever the rules say by then. */
export interface EarnedByOrder {
  readonly points: number
  readonly growth: number
  readonly validUntil: Day | null
  readonly releaseDay: Day | null
}

export interface Refund {
  readonly id: string
  readonly at: number
  readonly day: Day
  readonly amountFen: number
  readonly freightFen: number
  readonly takenBackPoints: number
  readonly takenBackGrowth: number
  /** What of the points could not be taken and is owed. */
  readonly debt: number
  readonly returnedPoints: number
  /** What went back by which channel; absent where the sale was paid without stored value. */
  readonly back?: PaidParts
  /** What of the goods came back, where that was told. */
  readonly lines?: readonly RefundedLine[]
}

/** What goes back of one line of an order; the first line is 1. */
export interface RefundedLine {
  readonly line: number
  readonly amountFen: number
}

/** Where an order of the shop's own pages comes from: what is no stored value is paid by WeChat Pay. */
export const SHOP = 'shop'

/** The store's account that an order was paid into: its own till, WeChat Pay, or that of the system which told of it. */
export function cashOf({
  source,
}: {
  readonly source: string
}): 'store.cash.counter' | 'store.cash.wechat' | 'store.cash.intake' {
  switch (source) {
    case 'counter':
      return 'store.cash.counter'
    case SHOP:
      return 'store.cash.wechat'
    default:
      return 'store.cash.intake'
  }
}
