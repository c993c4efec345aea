import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'
import { kindOf, type BookEntry, type Choice } from '../books/kinds'

export type MemberBooks = OutputOf<'books.member'>

const pageOf = ({ entries, nextCursor }: MemberBooks): ListPage<BookEntry, number> => ({
  items: entries,
  nextCursor,
})

interface Books {
  readonly query: Query<MemberBooks>
  readonly entries: LongList<BookEntry>
  readonly choice: Choice
  readonly chooseKind: (choice: Choice) => void
}

/** A member's books, and their entries of the kind that is chosen. */
export function useMemberBooks(member: string): Books {
  const [choice, chooseKind] = useState<Choice>('all')
  const asked = { member, ...kindOf(choice) }
  // Other people's books are not kept on the phone.
  const query = useQuery('merchant', 'books.member', asked, { kept: false })
  const load = async (cursor: number) => pageOf(await call('merchant', 'books.member', { ...asked, cursor }))
  return { query, entries: useOlder(query.value && pageOf(query.value), load), choice, chooseKind }
}
