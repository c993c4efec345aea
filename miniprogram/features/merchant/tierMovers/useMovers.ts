import { call } from '@/api/call'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'
import type { Changes } from '../tiers/draft'

type Mover = { readonly id: string; readonly reason: { readonly zh: string; readonly en: string } | null }

/** Members whom a draft takes from one level to another, page by page. */
export function useMovers(
  changes: Changes,
  from: string,
  to: string,
): { readonly query: Query<unknown>; readonly list: LongList<Mover> } {
  const input = { ...changes, from, to }
  const query = useQuery('merchant', 'tiers.previewMembers', input, { kept: false })
  const first = query.value && { items: query.value.members, nextCursor: query.value.nextCursor }
  const list = useOlder<Mover, string>(first, async (cursor) => {
    const { members, nextCursor } = await call('merchant', 'tiers.previewMembers', { ...input, cursor })
    return { items: members, nextCursor }
  })
  return { query, list }
}
