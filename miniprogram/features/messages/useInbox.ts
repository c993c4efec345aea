import { useEffect, useState } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call, command } from '@/api/call'
import { CallFailure } from '@/api/callFailure'
import type { ListPage } from '@/api/listPages'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'

type Inbox = OutputOf<'messages.list'>
type Cursor = NonNullable<InputOf<'messages.list'>['cursor']>
export type InboxMessage = Inbox['messages'][number]

const pageOf = ({ messages, nextCursor }: Inbox): ListPage<InboxMessage, Cursor> => ({
  items: messages,
  nextCursor,
})
const load = async (cursor: Cursor) => pageOf(await call('shopper', 'messages.list', { cursor }))

interface InboxList {
  readonly query: Query<Inbox>
  readonly messages: LongList<InboxMessage>
  /** Messages that came later were unread when the page was opened, and stay marked until it is left. */
  readonly readBefore: number
}

/** The member's messages; showing them marks them as read. */
export function useInbox(): InboxList {
  const query = useQuery('shopper', 'messages.list', {})
  const messages = useOlder(query.value && pageOf(query.value), load)
  const [readBefore, setReadBefore] = useState<number>()
  if (readBefore === undefined && query.value) setReadBefore(query.value.readAt)
  useMarkRead(query)
  return { query, messages, readBefore: readBefore ?? 0 }
}

function useMarkRead({ value, failure }: Query<Inbox>): void {
  const newest = failure || !value?.unread ? undefined : value.messages[0]?.at
  useEffect(() => {
    if (newest === undefined) return
    command('shopper', 'messages.markRead', { upTo: newest }).catch((thrown: unknown) => {
      // They are unread once more then, and the next visit marks them: nothing to trouble the member with.
      if (!(thrown instanceof CallFailure)) throw thrown
    })
  }, [newest])
}
