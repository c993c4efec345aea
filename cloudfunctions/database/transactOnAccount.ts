import type { Account } from '@shared/rules/account/account'
import { settle } from '@shared/rules/account/settle'
import { tellOfTier } from '@shared/rules/messages/tellOfTier'
import type { Settings } from '@shared/rules/settings/settings'
import type { CollectionName } from './collections'
import type { Moment } from './commandOnAccount'
import type { Identified } from './documentAccess'
import { fileEntries } from './filing'
import { changesOf } from './members'
import { insertAll, transact, type Transaction } from './transact'
import { changedFields, wholeFields } from './wholeFields'

/** Where one of the other documents is that a command reads and writes. */
interface Place {
  readonly collection: CollectionName
  readonly id: string
}

type Places = Readonly<Record<string, Place>>

/** The documents as they were read; null for one that is not there. */
type Found<D> = { readonly [Name in keyof D]: D[Name] | null }

/** The account and the documents that a command leaves behind, each new or changed; and the answer. */
export interface Joint<D, T> {
  readonly next?: Account
  readonly documents?: Partial<D>
  readonly answer: T
}

/**
 * Runs a command on an account and other documents in one transaction of four round trips: start, all reads side by
 * side, all writes side by side, commit. `decide` is shown the account with all that has fallen due done, and must
 * find out from what it is shown when its cause is already in: it is run again whenever the commit was lost.
 */
export function transactOnAccount<D extends Record<string, Identified>, T>(
  moment: Moment,
  memberId: string,
  places: { readonly [Name in keyof D]: Place },
  settings: Settings,
  decide: (account: Account | null, documents: Found<D>) => Joint<D, T>,
): Promise<T> {
  return transact<true, T>(
    moment.cloud,
    () => Promise.resolve({ plan: true }),
    async (transaction) => {
      const [account, found] = await Promise.all([
        read<Account>(transaction, 'members', memberId),
        readAll<D>(transaction, places),
      ])
      const settled = account && settle(account, moment.today, settings, moment.at)
      const { next, documents = {}, answer } = decide(settled, found)
      const { today, at } = moment
      const done = next && tellOfTier(account, settle(next, today, settings, at), settings, today, at)
      await Promise.all([
        done && writeAccount(transaction, moment, account, done),
        ...Object.entries(documents as Record<string, Identified>).map(([name, document]) =>
          writeDocument(transaction, moment, places[name]?.collection, found[name] ?? null, document),
        ),
      ])
      return answer
    },
  )
}

async function read<T>(transaction: Transaction, collection: string, id: string): Promise<T | null> {
  const { data } = (await transaction.collection(collection).doc(id).get()) as { data: T | null }
  return data
}

async function readAll<D>(transaction: Transaction, places: Places): Promise<Found<D>> {
  const entries = Object.entries(places).map(
    async ([name, { collection, id }]) => [name, await read(transaction, collection, id)] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as Found<D>
}

/** The new entries go straight to the journal, in the same commit: a tail holds only so many. */
async function writeAccount(
  transaction: Transaction,
  { cloud, at }: Moment,
  previous: Account | null,
  next: Account,
): Promise<void> {
  const waiting = previous?.tail ?? []
  const entries = next.tail.slice(waiting.length)
  const kept = { ...next, tail: waiting }
  const isWaiting = kept.tail.length + kept.outgoing.length > 0
  const body = { ...kept, tailSince: isWaiting ? kept.tailSince : null }
  await Promise.all([
    fileEntries(transaction, entries, at),
    previous
      ? transaction
          .collection('members')
          .doc(next._id)
          .update(changesOf(cloud.db, previous, body))
      : insertAll(transaction, 'members', [{ ...body, version: 1 }]),
  ])
}

async function writeDocument(
  transaction: Transaction,
  { cloud }: Moment,
  collection: CollectionName | undefined,
  previous: Identified | null,
  next: Identified,
): Promise<void> {
  if (!collection) throw new Error(`no place for ${next._id}`)
  if (!previous) return insertAll(transaction, collection, [next])
  const changes = changedFields(previous, next)
  if (Object.keys(changes).length === 0) return
  await transaction.collection(collection).doc(next._id).update(wholeFields(cloud.db, changes))
}
