import type { Message } from '@shared/rules/messages/message'
import type { Channel } from '@shared/rules/messages/outbox'
import type { Cloud } from '../../database/cloud'
import { putIntoInbox } from '../../database/inbox'

/**
 * Hands messages over, or throws: then perhaps some of them arrived all the same. Whoever is handed a message again
 * must know it by its cause, since an answer may get lost.
 */
type Send = (cloud: Cloud, messages: readonly Message[], at: number) => Promise<void>

/** How a message reaches its member by each of the channels. */
export const channels: Readonly<Record<Channel, Send>> = { inbox: putIntoInbox }
