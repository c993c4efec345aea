import type { Day } from '@shared/kernel/day'
import type { Lot } from '../points/lots'
import type { CheckinRun } from '../checkin/runs'
import type { Entry } from './entry'

/** What a member holds: points and growth in points, the wallet in fen. */
export interface Balances {
  readonly points: number
  readonly growth: number
  /** Money paid in. */
  readonly principal: number
  /** Money given on top. */
  readonly bonus: number
}

/** What the member bought, by what was paid in the end. `firstDay` ≠ `lastDay` means two days or more. */
export interface Spend {
  readonly orders: number
  readonly fen: number
  readonly largestFen: number
  readonly firstDay: Day | null
  readonly lastDay: Day | null
}

/**
 * A member's account: one document, and the transaction of most of what a member does. A change of value and its
 * entry can never part, since the entry waits in the tail of the same document until it is moved to the journal.
 */
export interface Account {
  readonly _id: string
  readonly schemaVersion: 1
  /** Goes up by one with every commit; a write names the one that it read. */
  readonly version: number
  /** The sequence number of the last entry. */
  readonly seq: number
  /** The first day that the shop knows of this person. */
  readonly knownSince: Day
  /** Null until the person joined and agreed; a history may be there before. */
  readonly joined: { readonly day: Day; readonly at: number; readonly consentVersion: string } | null
  /** Whom an earlier system knew this member as. */
  readonly importedAs: { readonly source: string; readonly customer: string } | null
  readonly balances: Balances
  readonly lots: readonly Lot[]
  readonly tier: { readonly id: string; readonly since: Day }
  readonly spend: Spend
  readonly checkinRuns: readonly CheckinRun[]
  /** The earliest day on which something falls due for this member; null when nothing ever does. */
  readonly dueDay: Day | null
  /** Entries not yet moved to the journal, oldest first. */
  readonly tail: readonly Entry[]
  /** When the oldest waiting entry was recorded; null when none waits. */
  readonly tailSince: number | null
  /** The last causes that were moved to the journal: a retry must find what it did. */
  readonly recentCauses: readonly string[]
}

export const NO_BALANCES: Balances = { points: 0, growth: 0, principal: 0, bonus: 0 }

export const NO_SPEND: Spend = { orders: 0, fen: 0, largestFen: 0, firstDay: null, lastDay: null }
