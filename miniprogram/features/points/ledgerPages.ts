import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import type { LedgerUnit } from '@/ui/ledgerRow'
import type { LedgerEntry } from './byMonth'

/** Which entries are shown; what is absent shows all. */
export type LedgerFilter = Pick<InputOf<'points.ledger'>, 'month' | 'kind'>

/** Where to go on: below a sequence number, or at the newest. */
export interface Below {
  readonly seq?: number
}

export type LedgerPage = ListPage<LedgerEntry, Below>

type Answer = Pick<OutputOf<'points.ledger'>, 'entries' | 'nextCursor'>

export const pageOf = ({ entries, nextCursor }: Answer): LedgerPage => ({
  items: entries,
  nextCursor: nextCursor === null ? null : { seq: nextCursor },
})

/** A page of which nothing is known yet but where it begins. */
export const pageBelow = (seq: number | undefined): LedgerPage => ({
  items: [],
  nextCursor: seq === undefined ? {} : { seq },
})

export const loader =
  (unit: LedgerUnit, filter: LedgerFilter) =>
  async ({ seq }: Below): Promise<LedgerPage> =>
    pageOf(await call('shopper', 'points.ledger', { unit, ...filter, ...(seq && { cursor: seq }) }))
