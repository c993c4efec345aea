import { useState } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'
import { kindOf, type Choice } from '../books/kinds'

type Answer = OutputOf<'books.journal'>
export type JournalEntry = Answer['entries'][number]
type Cursor = NonNullable<InputOf<'books.journal'>['cursor']>

const pageOf = ({ entries, nextCursor }: Answer): ListPage<JournalEntry, Cursor> => ({
  items: entries,
  nextCursor,
})

interface Journal {
  readonly query: Query<Answer>
  readonly entries: LongList<JournalEntry>
  /** False while what was chosen before still stands there. */
  readonly isAnswered: boolean
  /** The day that was chosen; undefined for today. */
  readonly day: Day | undefined
  readonly choice: Choice
  readonly chooseDay: (day: Day) => void
  readonly chooseKind: (choice: Choice) => void
}

/** The journal of the day and of the kind that are chosen: of today at first. */
export function useJournal(): Journal {
  const [day, chooseDay] = useState<Day>()
  const [choice, chooseKind] = useState<Choice>('all')
  const asked = { ...(day ? { day } : {}), ...kindOf(choice) }
  const query = useQuery('merchant', 'books.journal', asked)
  const { value } = query
  const load = async (cursor: Cursor) => pageOf(await call('merchant', 'books.journal', { ...asked, cursor }))
  return {
    query,
    entries: useOlder(value && pageOf(value), load),
    isAnswered: value?.day === (day ?? value?.today) && (value?.kind ?? 'all') === choice,
    day,
    choice,
    chooseDay,
    chooseKind,
  }
}
