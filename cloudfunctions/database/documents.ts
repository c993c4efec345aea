import type { Entry } from '@shared/rules/account/entry'
import type { Role } from '@shared/rules/staff/roles'

/** An entry at rest: `filedAt` is when it came into the journal, which the roll-ups follow. */
export interface JournalDocument extends Entry {
  readonly filedAt: number
}

export interface StaffDocument {
  readonly _id: string
  readonly schemaVersion: 1
  readonly role: Role
  readonly addedAt: number
}
