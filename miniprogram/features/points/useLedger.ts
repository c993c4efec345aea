import { useRef, useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import { CallFailure } from '@/api/callFailure'
import { useQuery, type Query } from '@/api/useQuery'
import { joinPages, newestSeq, type LedgerPage, type OlderPages } from './joinPages'

interface Ledger {
  readonly query: Query<OutputOf<'points.ledger'>>
  readonly loadMore: () => void
  readonly loadingMore: boolean
  readonly moreFailure: CallFailure | undefined
  /** The first page with all that was loaded below it. */
  readonly withOlder: (first: LedgerPage) => LedgerPage
}

/** The member's history: the first page renews itself, older ones are added as the list is scrolled. */
export function useLedger(): Ledger {
  const query = useQuery('shopper', 'points.ledger', {})
  const [older, setOlder] = useState<OlderPages>()
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreFailure, setMoreFailure] = useState<CallFailure>()
  const underWay = useRef(false)

  const load = async (first: LedgerPage, cursor: number): Promise<void> => {
    underWay.current = true
    setLoadingMore(true)
    setMoreFailure(undefined)
    try {
      const { entries, nextCursor } = await call('shopper', 'points.ledger', { cursor })
      const shown = joinPages(first, older).entries.slice(first.entries.length)
      setOlder({ below: newestSeq(first), entries: [...shown, ...entries], nextCursor })
    } catch (thrown) {
      if (!(thrown instanceof CallFailure)) throw thrown
      setMoreFailure(thrown)
    } finally {
      underWay.current = false
      setLoadingMore(false)
    }
  }
  const loadMore = (): void => {
    const first = query.value
    const cursor = first && joinPages(first, older).nextCursor
    if (first && cursor && !underWay.current) void load(first, cursor)
  }
  return { query, loadMore, loadingMore, moreFailure, withOlder: (first) => joinPages(first, older) }
}
