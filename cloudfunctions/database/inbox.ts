import type { Message } from '@shared/rules/messages/message'
import type { Cloud } from './cloud'
import { insertMissing } from './documentAccess'

/** A place in the inbox: messages that came at one instant are in the order of their ids. */
export interface InboxPlace {
  readonly at: number
  readonly id: string
}

/** A message at rest. Its `at` is when it came into the inbox: what comes late is new all the same. */
export type InboxDocument = Message

/**
 * Puts messages into their members' inboxes, those of one member in the order in which they were told. One that is
 * there already stays as it is.
 */
export async function putIntoInbox(cloud: Cloud, messages: readonly Message[], at: number): Promise<void> {
  await insertMissing<InboxDocument>(
    cloud,
    'inbox',
    messages.map((message) => ({ ...message, at: at - laterTold(message, messages) })),
  )
}

/** How many later moments there are at which the same member was told something that comes now too. */
function laterTold({ member, at }: Message, messages: readonly Message[]): number {
  return new Set(messages.filter((each) => each.member === member && each.at > at).map((each) => each.at))
    .size
}

/** A member's messages, newest first; those below a place in the inbox when it is given. */
export async function readInbox(
  cloud: Cloud,
  member: string,
  below: InboxPlace | undefined,
  limit: number,
): Promise<InboxDocument[]> {
  const { command } = cloud.db
  const which = below
    ? command.and([
        { member, at: command.lte(below.at) },
        command.or([{ at: command.lt(below.at) }, { _id: command.lt(below.id) }]),
      ])
    : { member }
  const { data } = await cloud.db
    .collection('inbox')
    .where(which)
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as InboxDocument[]
}

/** How many of a member's messages came after an instant; counts no further than `most`. */
export async function countInboxAfter(
  cloud: Cloud,
  member: string,
  after: number,
  most: number,
): Promise<number> {
  const { data } = await cloud.db
    .collection('inbox')
    .where({ member, at: cloud.db.command.gt(after) })
    .limit(most)
    .field({ _id: true })
    .get()
  return (data as unknown[]).length
}
