import type { Message } from './message'

/** Ways to reach a member. */
export type Channel = 'inbox'

/** Every message goes to these. */
const ALWAYS: readonly Channel[] = ['inbox']

export type OutboxState = 'waiting' | 'sending' | 'sent' | 'failed'

/** A message on its way by one channel. */
export interface OutboxItem {
  /** The message's cause and the channel. */
  readonly _id: string
  readonly schemaVersion: 1
  readonly channel: Channel
  readonly state: OutboxState
  /** How often it was taken up to be sent. */
  readonly tries: number
  /** Waiting: when it is tried next. Being sent: when its sender is held to have stopped. */
  readonly nextTryAt: number
  /** Why the last try did not work; null when none has failed. */
  readonly lastError: string | null
  /** Who took it up last; null before the first try. */
  readonly sender: string | null
  readonly member: string
  readonly at: number
  readonly message: Message
}

export const MOST_TRIES = 12

const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 6 * 60 * 60_000
const LONGEST_REASON = 500

/** A message as it is put into the outbox: once for each of its channels. */
export function outboxItems(message: Message, at: number): OutboxItem[] {
  return ALWAYS.map((channel) => ({
    _id: `${message._id}:${channel}`,
    schemaVersion: 1,
    channel,
    state: 'waiting',
    tries: 0,
    nextTryAt: at,
    lastError: null,
    sender: null,
    member: message.member,
    at: message.at,
    message,
  }))
}

/**
 * What becomes of a message whose try did not work: it waits again, after the first try a minute and twice as long
 * after each other, never more than six hours; after the last try it is given up. The reason is kept either way.
 */
export function afterFailure(
  tries: number,
  reason: string,
  at: number,
): Pick<OutboxItem, 'state' | 'nextTryAt' | 'lastError'> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))
  return {
    state: tries < MOST_TRIES ? 'waiting' : 'failed',
    nextTryAt: at + wait,
    lastError: reason.slice(0, LONGEST_REASON),
  }
}
