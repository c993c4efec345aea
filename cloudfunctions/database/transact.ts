import type { Cloud, Db } from './cloud'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'

export type Transaction = Awaited<ReturnType<Db['startTransaction']>>

/** What reading beforehand showed: nothing is left to do, or a plan to carry out. */
export type Prepared<P, T> = { readonly answer: T } | { readonly plan: P }

/**
 * Runs work in one transaction, by id only (a where-write leaves a transaction silently). `prepare` reads by query
 * before each attempt. What is lost to another writer, or to a key that somebody took meanwhile, is done again from
 * there. So it is after an answer that never came: `prepare` must find out what is already in.
 */
export function transact<P, T>(
  cloud: Cloud,
  prepare: () => Promise<Prepared<P, T>>,
  work: (transaction: Transaction, plan: P) => Promise<T>,
): Promise<T> {
  return untilWon(cloud, async () => {
    const prepared = await prepare()
    if ('answer' in prepared) return prepared.answer
    const transaction = await cloud.db.startTransaction()
    try {
      const answer = await work(transaction, prepared.plan)
      await transaction.commit()
      return answer
    } catch (error) {
      // A transaction that met a conflict is over on the server already: the rollback may well be refused.
      await transaction.rollback(undefined).catch(() => undefined)
      if (failureOf(error) === 'other') throw error
      return lost
    }
  })
}

const INSERTS_A_CALL = 500

/** Inserts many documents in a transaction, side by side, some hundred a call. */
export async function insertAll(
  transaction: Transaction,
  collection: string,
  documents: readonly object[],
): Promise<void> {
  const slices: (readonly object[])[] = []
  for (let from = 0; from < documents.length; from += INSERTS_A_CALL) {
    slices.push(documents.slice(from, from + INSERTS_A_CALL))
  }
  await Promise.all(slices.map((slice) => transaction.collection(collection).add([...slice])))
}
