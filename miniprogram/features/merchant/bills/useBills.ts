import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'

type Answer = OutputOf<'payments.bills'>
export type BillDay = Answer['days'][number] & { readonly id: Day }

const pageOf = ({ days, nextCursor }: Answer): ListPage<BillDay, Day> => ({
  items: days.map((day) => ({ ...day, id: day.day })),
  nextCursor,
})

interface Bills {
  readonly query: Query<Answer>
  readonly days: LongList<BillDay>
  readonly differingOnly: boolean
  readonly choose: (differingOnly: boolean) => void
}

/** The days whose bills were compared: all, or those with differences. */
export function useBills(): Bills {
  const [differingOnly, choose] = useState(false)
  const query = useQuery('merchant', 'payments.bills', { differingOnly })
  const load = async (cursor: Day) =>
    pageOf(await call('merchant', 'payments.bills', { differingOnly, cursor }))
  const days = useOlder(query.value && pageOf(query.value), load)
  return { query, days, differingOnly, choose }
}
