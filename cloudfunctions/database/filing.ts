import type { Entry } from '@shared/rules/account/entry'
import { couponsOf } from '@shared/rules/coupons/ofEntry'
import type { Coupon } from '@shared/rules/coupons/coupon'
import type { CollectionName } from './collections'
import type { JournalDocument } from './documents'
import { insertAll, type Transaction } from './transact'

/** Documents of one collection that entries leave outside of the account. */
interface Filed {
  readonly collection: CollectionName
  readonly documents: readonly (JournalDocument | Coupon)[]
}

/** What becomes of entries that leave the account at an instant: themselves in the journal, and the coupons they gave. */
export function filedOf(entries: readonly Entry[], at: number): readonly Filed[] {
  return [
    { collection: 'journal', documents: entries.map((entry) => ({ ...entry, filedAt: at })) },
    { collection: 'coupons', documents: entries.flatMap(couponsOf) },
  ]
}

/** Files entries in the transaction that makes them. */
export async function fileEntries(
  transaction: Transaction,
  entries: readonly Entry[],
  at: number,
): Promise<void> {
  await Promise.all(
    filedOf(entries, at).map(({ collection, documents }) => insertAll(transaction, collection, documents)),
  )
}
