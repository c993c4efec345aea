import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'
import type { LedgerEntry } from './byMonth'

type Answer = OutputOf<'points.ledger'>

const pageOf = ({ entries, nextCursor }: Answer): ListPage<LedgerEntry, number> => ({
  items: entries,
  nextCursor,
})
const load = async (cursor: number) => pageOf(await call('shopper', 'points.ledger', { cursor }))

/** The member's history. */
export function useLedger(): { readonly query: Query<Answer>; readonly entries: LongList<LedgerEntry> } {
  const query = useQuery('shopper', 'points.ledger', {})
  return { query, entries: useOlder(query.value && pageOf(query.value), load) }
}
