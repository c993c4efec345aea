import type { Parcel } from '../shipping/parcel'
import type { Message } from './message'

/** What leaves the house: by which channel, and what. */
export type Dispatch =
  | { readonly channel: 'inbox'; readonly message: Message }
  | { readonly channel: 'shipping'; readonly parcel: Parcel }

/** Ways out of the house. */
export type Channel = Dispatch['channel']

export type OutboxState = 'waiting' | 'sending' | 'sent' | 'failed'

/** How far something is on its way. */
interface Transit {
  /** Its cause and the channel: the same thing leaves once by each. */
  readonly _id: string
  readonly schemaVersion: 1
  readonly state: OutboxState
  /** How often it was taken up to be sent. */
  readonly tries: number
  /** Waiting: when it is tried next. Being sent: when its sender is held to have stopped. */
  readonly nextTryAt: number
  /** Why the last try did not work; null when none has failed. */
  readonly lastError: string | null
  /** Who took it up last; null before the first try. */
  readonly sender: string | null
  /** Whom it is about. */
  readonly member: string
  readonly at: number
}

/** Something on its way by one channel. */
export type OutboxItem<C extends Channel = Channel> = Transit & Extract<Dispatch, { channel: C }>

export const MOST_TRIES = 12

const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 6 * 60 * 60_000
const LONGEST_REASON = 500

/** A message as it is put into the outbox: once for each of its channels, of which the inbox is always one. */
export function outboxItems(message: Message, at: number): OutboxItem<'inbox'>[] {
  const transit = newTransit(`${message._id}:inbox`, message.member, message.at, at)
  return [{ ...transit, channel: 'inbox', message }]
}

/** The id of `shippingItem`, for whoever reads it in a transaction first. */
export const shippingItemId = (orderId: string): string => `shipped:${orderId}:shipping`

/** A parcel as it is put into the outbox, in the commit that ships the order: once for an order. */
export function shippingItem(parcel: Parcel, member: string, at: number): OutboxItem<'shipping'> {
  const transit = newTransit(shippingItemId(parcel.orderId), member, parcel.shippedAt, at)
  return { ...transit, channel: 'shipping', parcel }
}

/** Due at once. */
function newTransit(_id: string, member: string, happenedAt: number, at: number): Transit {
  return {
    _id,
    schemaVersion: 1,
    state: 'waiting',
    tries: 0,
    nextTryAt: at,
    lastError: null,
    sender: null,
    member,
    at: happenedAt,
  }
}

/**
 * What becomes of an item whose try did not work: it waits again, after the first try a minute and twice as long
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
