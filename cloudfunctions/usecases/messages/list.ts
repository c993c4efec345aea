import { MOST_UNREAD } from '@shared/contracts/messages'
import { ok, refuse } from '@shared/kernel/result'
import { countInboxAfter, readInbox, type InboxDocument } from '../../database/inbox'
import { readAccount } from '../../database/members'
import type { UseCase } from '../../runtime/call'

const PAGE = 20

export const list: UseCase<'messages.list'> = async (call, { cursor }) => {
  const { cloud, memberId } = call
  const [account, found] = await Promise.all([
    readAccount(cloud, memberId),
    // One more than a page tells whether there is another page.
    readInbox(cloud, memberId, cursor, PAGE + 1),
  ])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  const readAt = account.inboxReadAt
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    messages: page.map(asRead),
    readAt,
    unread:
      (cursor ? null : unreadIn(found, readAt)) ??
      (await countInboxAfter(cloud, memberId, readAt, MOST_UNREAD)),
    nextCursor: last && found.length > PAGE ? { at: last.at, id: last._id } : null,
  })
}

/** How many are unread, when the newest messages alone tell; null when all of them are unread and there may be more. */
function unreadIn(newest: readonly InboxDocument[], readAt: number): number | null {
  const unread = newest.filter(({ at }) => at > readAt).length
  return unread <= PAGE ? unread : null
}

function asRead({ _id, kind, at, title, text, link }: InboxDocument) {
  return { id: _id, kind, at, title, text, link }
}
