import type { Day } from '@shared/kernel/day'
import type { Entry } from '@shared/rules/account/entry'
import type { Role } from '@shared/rules/staff/roles'

/** An entry at rest: `filedAt` is when it came into the journal, which the roll-ups follow. */
export interface JournalDocument extends Entry {
  readonly filedAt: number
}

export interface OrderDocument {
  readonly _id: string
  readonly schemaVersion: 1
  readonly member: string
  readonly placedAt: number
  readonly placedDay: Day
  readonly source: string
  readonly externalId: string
  readonly state: 'completed'
  readonly quantity: number
  readonly amountFen: number
  /** The version of the earning rules that it was booked under. */
  readonly ruleVersion: number
}

export interface StaffDocument {
  readonly _id: string
  readonly schemaVersion: 1
  readonly role: Role
  readonly addedAt: number
}
