import type { Doc } from './bsonValues'
import type { Collection } from './catalog'
import { type PreparedDoc, duplicateId, duplicateKey } from './documentStore'
import { errors } from './gatewayError'
import { indexEntries } from './indexEntries'
import { idKey } from './storedBody'
import type { Store } from './store'
import { type PendingWrite, type Transaction, lockOfDoc, lockOfKey } from './transactions'

/** The document as the transaction sees it: its own write, else what was durable when it began. */
export function readInTransaction(
  store: Store,
  transaction: Transaction,
  collection: Collection,
  id: unknown,
): string | undefined {
  const key = idKey(id)
  const own = transaction.writes.get(lockOfDoc(collection, key))
  if (own) return own.prepared?.body
  return store.versions.at(
    lockOfDoc(collection, key),
    transaction.began,
    () => store.documents.find(store.reader, collection, key)?.body,
  )
}

/** Adds documents; any duplicate is an error, and an error ends the transaction. */
export function insertInTransaction(
  store: Store,
  transaction: Transaction,
  collection: Collection,
  docs: Doc[],
): void {
  for (const doc of docs) {
    const prepared = store.documents.prepare(collection, doc)
    take(store, transaction, collection, prepared.id)
    if (readInTransaction(store, transaction, collection, doc._id) !== undefined)
      throw duplicateId(collection, doc)
    hold(store, transaction, collection, prepared)
  }
}

/** Puts a document in the place of what the transaction sees under its `_id`, if anything. */
export function putInTransaction(
  store: Store,
  transaction: Transaction,
  collection: Collection,
  doc: Doc,
): void {
  const prepared = store.documents.prepare(collection, doc)
  take(store, transaction, collection, prepared.id)
  hold(store, transaction, collection, prepared)
}

/** Removes a document; returns whether there was one. */
export function removeInTransaction(
  store: Store,
  transaction: Transaction,
  collection: Collection,
  id: unknown,
): boolean {
  if (readInTransaction(store, transaction, collection, id) === undefined) return false
  const key = idKey(id)
  take(store, transaction, collection, key)
  const write: PendingWrite = { collection, id: key, prepared: undefined }
  transaction.writes.set(lockOfDoc(collection, key), write)
  return true
}

/** The conflict is found at the write: another transaction holds the document, or it was changed since the snapshot. */
function take(store: Store, transaction: Transaction, collection: Collection, id: Buffer): void {
  const name = lockOfDoc(collection, id)
  if (!store.transactions.lock(transaction, name) || store.versions.changedSince(name, transaction.began)) {
    throw errors.transactionConflict()
  }
}

function hold(store: Store, transaction: Transaction, collection: Collection, prepared: PreparedDoc): void {
  for (const { index, keys } of prepared.entries) {
    if (!index.unique) continue
    for (const key of keys) {
      if (!store.transactions.lock(transaction, lockOfKey(index.id, key))) throw errors.transactionConflict()
      refuseTakenKey(store, transaction, collection, index.id, key, prepared)
    }
  }
  const { id } = prepared
  transaction.writes.set(lockOfDoc(collection, id), { collection, id, prepared })
}

function refuseTakenKey(
  store: Store,
  transaction: Transaction,
  collection: Collection,
  indexId: number,
  key: Buffer,
  prepared: PreparedDoc,
): void {
  const index = collection.indexes.find((each) => each.id === indexId)!
  for (const write of transaction.writes.values()) {
    if (write.collection !== collection || !write.prepared || write.id.equals(prepared.id)) continue
    const keys = indexEntries(index.fields, write.prepared.doc).keys
    if (keys.some((each) => each.equals(key))) throw duplicateKey(collection, index, prepared.doc)
  }
  const holder = store.documents.holderOf(index, key, prepared.id)
  if (!holder) return
  const name = lockOfDoc(collection, holder)
  // its own write of the holder, seen above, has given the key up
  if (transaction.writes.has(name)) return
  if (store.versions.changedSince(name, transaction.began)) throw errors.transactionConflict()
  throw duplicateKey(collection, index, prepared.doc)
}
