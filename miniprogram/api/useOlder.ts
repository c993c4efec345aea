import { useRef, useState } from 'react'
import { CallFailure } from './callFailure'
import { joinPages, newestId, type ListPage, type OlderPages } from './listPages'

export interface LongList<Item> {
  /** The first page with all that was loaded below it. */
  readonly items: readonly Item[]
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly loadingMore: boolean
  readonly moreFailure: CallFailure | undefined
}

/** A list by cursor: the first page renews itself by its query, older ones are added as the list is scrolled. */
export function useOlder<Item extends { readonly id: string }, Cursor>(
  first: ListPage<Item, Cursor> | undefined,
  load: (cursor: Cursor) => Promise<ListPage<Item, Cursor>>,
): LongList<Item> {
  const [older, setOlder] = useState<OlderPages<Item, Cursor>>()
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreFailure, setMoreFailure] = useState<CallFailure>()
  const underWay = useRef(false)
  const joined = first && joinPages(first, older)

  const loadBelow = async (top: ListPage<Item, Cursor>, cursor: Cursor): Promise<void> => {
    underWay.current = true
    setLoadingMore(true)
    setMoreFailure(undefined)
    try {
      const next = await load(cursor)
      const shown = joinPages(top, older).items.slice(top.items.length)
      setOlder({ below: newestId(top), items: [...shown, ...next.items], nextCursor: next.nextCursor })
    } catch (thrown) {
      if (!(thrown instanceof CallFailure)) throw thrown
      setMoreFailure(thrown)
    } finally {
      underWay.current = false
      setLoadingMore(false)
    }
  }
  const loadMore = (): void => {
    const cursor = joined?.nextCursor ?? null
    if (first && cursor !== null && !underWay.current) void loadBelow(first, cursor)
  }
  return {
    items: joined?.items ?? [],
    hasMore: (joined?.nextCursor ?? null) !== null,
    loadMore,
    loadingMore,
    moreFailure,
  }
}
