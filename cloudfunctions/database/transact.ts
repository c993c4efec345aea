import type { Cloud } from './cloud'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'
import { INSERTS_A_CALL, slicesOf } from './slices'

/** What may be done in a transaction: by id only, since a write by query leaves it silently. The SDK does not type it. */
export interface Transaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      update(changes: object): Promise<unknown>
    }
    add(documents: readonly object[]): Promise<unknown>
  }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

const transactions = ({ db }: Cloud) => db as unknown as { startTransaction(): Promise<Transaction> }

/** What reading beforehand showed: nothing is left to do, or a plan to carry out. */
export type Prepared<P, T> = { readonly answer: T } | { readonly plan: P }

/**
 * Runs work in one transaction. `prepare` reads by query before each attempt. What is lost to another writer, or to a key that somebody took meanwhile, is done again from
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
    const transaction = await transactions(cloud).startTransaction()
    try {
      const answer = await work(transaction, prepared.plan)
      await transaction.commit()
      return answer
    } catch (error) {
      // A transaction that met a conflict is over on the server already: the rollback may well be refused.
      await transaction.rollback().catch(() => undefined)
      if (failureOf(error) === 'other') throw error
      return lost
    }
  })
}

/** Inserts many documents in a transaction, side by side, some hundred a call. */
export async function insertAll(
  transaction: Transaction,
  collection: string,
  documents: readonly object[],
): Promise<void> {
  await Promise.all(
    slicesOf(documents, INSERTS_A_CALL).map((slice) => transaction.collection(collection).add([...slice])),
  )
}
