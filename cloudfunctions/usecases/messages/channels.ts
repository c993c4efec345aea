import type { Channel, OutboxItem } from '@shared/rules/messages/outbox'
import { putIntoInbox } from '../../database/inbox'
import type { TimerRun } from '../../runtime/serveTimer'

/**
 * Hands items over, or throws: then perhaps some of them arrived all the same. Whoever is handed an item again must know
 * it by its cause, since an answer may get lost.
 */
type Send<C extends Channel> = (run: TimerRun, items: readonly OutboxItem<C>[]) => Promise<void>

interface Way<C extends Channel> {
  /** Many in one call, or each in a call of its own. */
  readonly inOneCall: boolean
  readonly send: Send<C>
}

/** How things leave the house by each of the channels. */
export const channels: { readonly [C in Channel]: Way<C> } = {
  inbox: {
    inOneCall: true,
    send: ({ cloud, at }, items) =>
      putIntoInbox(
        cloud,
        items.map(({ message }) => message),
        at,
      ),
  },
  shipping: { inOneCall: false, send: tellWeChat },
}

async function tellWeChat({ shipping }: TimerRun, items: readonly OutboxItem<'shipping'>[]): Promise<void> {
  const weChat = shipping()
  if (!weChat) throw new Error('the secret of the mini-program is not set (see docs/operating.md)')
  for (const { parcel } of items) {
    const told = await weChat.upload(parcel)
    if (!told.ok) throw new Error(`WeChat: ${told.error.code} ${told.error.message}`)
  }
}
