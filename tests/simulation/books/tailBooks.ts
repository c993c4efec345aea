import type { Account } from '@shared/rules/account/account'
import { must } from '../operation'
import type { ShopBooks } from './shopBooks'

/** What keeps an account small: written again here, so that nobody moves it by mistake. */
const TAIL_LIMIT = 32
const OUTGOING_LIMIT = 16
const RECENT_CAUSES = 64

/** What waits in an account stays little and in order, and is elsewhere once it is not there any more. */
export function mustKeepItsTail(shop: ShopBooks, account: Account, before: Account | undefined): void {
  const { _id, tail, outgoing, tailSince, recentCauses, seq, inboxReadAt } = account
  must(tail.length <= TAIL_LIMIT, () => `${_id}: ${tail.length} entries wait`)
  must(outgoing.length <= OUTGOING_LIMIT, () => `${_id}: ${outgoing.length} messages wait`)
  must(recentCauses.length <= RECENT_CAUSES, () => `${_id}: remembers ${recentCauses.length} causes`)
  must(
    (tailSince === null) === (tail.length + outgoing.length === 0),
    () => `${_id}: tailSince is ${tailSince}`,
  )
  must(
    tail.every((entry, index) => index === 0 || entry.seq > tail[index - 1]!.seq) &&
      (tail.at(-1)?.seq ?? 0) <= seq,
    () => `${_id}: the tail is out of order`,
  )
  if (!before) return
  must(inboxReadAt >= before.inboxReadAt, () => `${_id}: has read the inbox until ${inboxReadAt} only`)
  mustBeElsewhere(shop, before.tail, tail, 'journal', '')
  const isFull = before.outgoing.length >= OUTGOING_LIMIT
  const overtaken = isFull && outgoing.length > 0 ? shop.messages.overtaken(before.outgoing, outgoing) : null
  const waiting = before.outgoing.filter((message) => message !== overtaken)
  mustBeElsewhere(shop, waiting, outgoing, 'outbox', ':inbox')
}

function mustBeElsewhere(
  { store }: ShopBooks,
  before: readonly { readonly _id: string }[],
  after: readonly { readonly _id: string }[],
  collection: 'journal' | 'outbox',
  suffix: string,
): void {
  if (before.length === 0 || before.every(({ _id }, index) => after[index]?._id === _id)) return
  const waits = new Set(after.map(({ _id }) => _id))
  for (const { _id } of before) {
    const isThere = waits.has(_id) || store.body(collection, _id + suffix) !== undefined
    must(isThere, () => `${_id} is not in the account any more and not in the ${collection}`)
  }
}
