import type { Account } from '@shared/rules/account/account'
import { trimTail } from '@shared/rules/account/tail'
import { outboxItems, type OutboxItem } from '@shared/rules/messages/outbox'
import type { Cloud } from './cloud'
import { insertMissing } from './documentAccess'
import { filedOf } from './filing'
import { commitAccount } from './members'

/**
 * Moves the tails of accounts on, entries into the journal with the coupons that they gave and messages into the
 * outbox: first these by id, then the trim by version. Stopping anywhere in between loses nothing, and the next drain does it again. Answers how many
 * were trimmed; an account that was written to meanwhile stays for next time.
 */
export async function drain(cloud: Cloud, accounts: readonly Account[], at: number): Promise<number> {
  const entries = accounts.flatMap((account) => account.tail)
  const messages = accounts.flatMap((account) => account.outgoing)
  await Promise.all([
    ...filedOf(entries, at).map(({ collection, documents }) => insertMissing(cloud, collection, documents)),
    insertMissing<OutboxItem>(
      cloud,
      'outbox',
      messages.flatMap((message) => outboxItems(message, at)),
    ),
  ])
  const trimmed = await Promise.all(
    accounts.map((account) => commitAccount(cloud, account, trimTail(account))),
  )
  return trimmed.filter(Boolean).length
}

/** The accounts whose entries or messages have waited longest. */
export async function accountsToDrain(cloud: Cloud, limit: number): Promise<Account[]> {
  const { data } = await cloud.db
    .collection('members')
    .where({ tailSince: cloud.db.command.gt(0) })
    .orderBy('tailSince', 'asc')
    .limit(limit)
    .get()
  return data as Account[]
}
