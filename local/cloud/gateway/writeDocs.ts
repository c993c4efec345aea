import type { Doc } from './bsonValues'
import type { Collection } from './catalog'
import { type PreparedDoc, type StoredDoc, duplicateId, parseStored } from './documentStore'
import { GatewayError } from './gatewayError'
import { type FoundDoc, selectDocs } from './queryReader'
import type { Store } from './store'
import { lockOfDoc, lockOfKey } from './transactions'

/** What becomes of a document; the same document means no change. */
export type Change = (doc: Doc) => Doc

/** A write met a lock: it is tried again when the transaction that holds it has ended. */
class Blocked {
  constructor(readonly until: Promise<void>) {}
}

/**
 * Adds documents in order. A duplicate stops it there: what came before stays, as in MongoDB, and the error is thrown.
 */
export async function insertDocs(store: Store, collectionName: string, docs: Doc[]): Promise<void> {
  const failure = await whenFree(store, () => {
    const collection = store.catalog.get(collectionName)
    const prepared = docs.map((doc) => store.documents.prepare(collection, doc))
    return blockedBy(store, collection, prepared) ?? insertInOrder(store, collection, prepared)
  })
  if (failure) throw failure
}

/** Changes the documents that match, all or the first. Returns those that were different after. */
export function changeDocs(
  store: Store,
  collectionName: string,
  query: Doc,
  multi: boolean,
  change: Change,
): Promise<{ matched: number; changed: PreparedDoc[] }> {
  return whenFree(store, () => {
    const collection = store.catalog.get(collectionName)
    const found = selectDocs(store.writer, collection, { query, limit: multi ? undefined : 1 })
    const changes = found.map((old) => changeOf(store, collection, old, change))
    const blocked = blockedBy(store, collection, [...found, ...changes.map((each) => each.prepared)])
    if (blocked) return blocked
    const changed = changes.filter(({ old, prepared }) => prepared.body !== old.body)
    for (const each of changed) {
      store.documents.refuseTakenKeys(collection, each.prepared)
      replace(store, collection, each)
    }
    return { matched: found.length, changed: changed.map((each) => each.prepared) }
  })
}

/** Puts a whole document in the place of the one with its `_id`, or adds it. */
export function putDoc(
  store: Store,
  collectionName: string,
  doc: Doc,
): Promise<{ updated: number; added: boolean }> {
  return whenFree(store, () => {
    const collection = store.catalog.get(collectionName)
    const prepared = store.documents.prepare(collection, doc)
    const blocked = blockedBy(store, collection, [prepared])
    if (blocked) return blocked
    const old = store.documents.find(store.writer, collection, prepared.id)
    if (old?.body === prepared.body) return { updated: 0, added: false }
    store.documents.refuseTakenKeys(collection, prepared)
    if (old) replace(store, collection, { old, oldDoc: parseStored(old.body), prepared })
    else insert(store, collection, prepared)
    return { updated: old ? 1 : 0, added: !old }
  })
}

/** Removes the documents that match, all or the first; returns how many. */
export function removeDocs(
  store: Store,
  collectionName: string,
  query: Doc,
  multi: boolean,
): Promise<number> {
  return whenFree(store, () => {
    const collection = store.catalog.get(collectionName)
    const found = selectDocs(store.writer, collection, { query, limit: multi ? undefined : 1 })
    const blocked = blockedBy(store, collection, found)
    if (blocked) return blocked
    for (const old of found) removeDoc(store, collection, old)
    return found.length
  })
}

/**
 * Writes what a transaction holds, as one write of the open group. It has its locks and its unique keys were tested
 * against the whole transaction, so nothing is tested again: between two of its writes a key may be held twice.
 */
export function commitTransaction(store: Store, transactionId: string): Promise<void> {
  const transaction = store.transactions.get(transactionId)
  store.transactions.detach(transaction)
  if (transaction.writes.size === 0) {
    store.transactions.end(transaction)
    return Promise.resolve()
  }
  return store.group.run(() => {
    try {
      for (const { collection, id, prepared: held } of transaction.writes.values()) {
        const old = store.documents.find(store.writer, collection, id)
        if (!held) {
          if (old) removeDoc(store, collection, old)
          continue
        }
        const prepared = store.documents.withPresentIndexes(collection, held)
        if (old) replace(store, collection, { old, oldDoc: parseStored(old.body), prepared })
        else insert(store, collection, prepared)
      }
    } finally {
      store.transactions.end(transaction)
    }
  })
}

async function whenFree<T>(store: Store, attempt: () => T | Blocked): Promise<T> {
  for (;;) {
    const result = await store.group.run(attempt)
    if (!(result instanceof Blocked)) return result
    await result.until
  }
}

/** Ordinary writes wait for a transaction that has written the document or taken one of its unique keys. */
function blockedBy(
  store: Store,
  collection: Collection,
  docs: (PreparedDoc | StoredDoc)[],
): Blocked | undefined {
  for (const doc of docs) {
    const until = store.transactions.waitFor(lockOfDoc(collection, doc.id))
    if (until) return new Blocked(until)
    if (!('entries' in doc)) continue
    for (const { index, keys } of doc.entries) {
      if (!index.unique) continue
      for (const key of keys) {
        const untilKey = store.transactions.waitFor(lockOfKey(index.id, key))
        if (untilKey) return new Blocked(untilKey)
      }
    }
  }
  return undefined
}

function insertInOrder(store: Store, collection: Collection, docs: PreparedDoc[]): GatewayError | undefined {
  for (const prepared of docs) {
    try {
      if (store.documents.find(store.writer, collection, prepared.id))
        throw duplicateId(collection, prepared.doc)
      store.documents.refuseTakenKeys(collection, prepared)
    } catch (error) {
      // returned, not thrown: a throw would take back the documents before it
      if (error instanceof GatewayError) return error
      throw error
    }
    insert(store, collection, prepared)
  }
  return undefined
}

interface Replacement {
  old: StoredDoc
  oldDoc: Doc
  prepared: PreparedDoc
}

function changeOf(store: Store, collection: Collection, old: FoundDoc, change: Change): Replacement {
  const oldDoc = old.doc ?? parseStored(old.body)
  return { old, oldDoc, prepared: store.documents.prepare(collection, change(oldDoc)) }
}

function insert(store: Store, collection: Collection, prepared: PreparedDoc): void {
  store.versions.record(lockOfDoc(collection, prepared.id), undefined)
  store.documents.insert(collection, prepared)
}

function replace(store: Store, collection: Collection, { old, oldDoc, prepared }: Replacement): void {
  store.versions.record(lockOfDoc(collection, old.id), old.body)
  store.documents.replace(collection, old, oldDoc, prepared)
}

function removeDoc(store: Store, collection: Collection, old: FoundDoc): void {
  store.versions.record(lockOfDoc(collection, old.id), old.body)
  store.documents.remove(collection, old, old.doc ?? parseStored(old.body))
}
