import type { Account } from '@shared/rules/account/account'
import { trimTail } from '@shared/rules/account/tail'
import type { Cloud } from './cloud'
import { insertMissing } from './documentAccess'
import type { JournalDocument } from './documents'
import { commitAccount } from './members'

/**
 * Moves the tails of accounts on into the journal: first the entries by id, then the trim by version. Stopping
 * anywhere in between loses nothing, and the next drain does it again. Answers how many were trimmed; an account
 * that was written to meanwhile stays for next time.
 */
export async function drain(cloud: Cloud, accounts: readonly Account[], at: number): Promise<number> {
  const waiting = accounts.flatMap((account) => account.tail)
  await insertMissing<JournalDocument>(
    cloud,
    'journal',
    waiting.map((entry) => ({ ...entry, filedAt: at })),
  )
  const trimmed = await Promise.all(
    accounts.map((account) => commitAccount(cloud, account, trimTail(account))),
  )
  return trimmed.filter(Boolean).length
}

/** The accounts whose entries have waited longest. */
export async function accountsToDrain(cloud: Cloud, limit: number): Promise<Account[]> {
  const { data } = await cloud.db
    .collection('members')
    .where({ tailSince: cloud.db.command.gt(0) })
    .orderBy('tailSince', 'asc')
    .limit(limit)
    .get()
  return data as Account[]
}
