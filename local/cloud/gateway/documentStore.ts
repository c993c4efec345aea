import { type Doc, parseEjson, toStored } from './bsonValues'
import type { Catalog, Collection, Index } from './catalog'
import { errors } from './gatewayError'
import { type IndexField, indexEntries, valuesAt } from './indexEntries'
import type { Connection } from './sqlite'
import { idKey, storedBody } from './storedBody'

/** A document as it lies in the store. */
export interface StoredDoc {
  row: number
  id: Buffer
  body: string
}

interface Entries {
  index: Index
  keys: Buffer[]
  multikey: boolean
}

/** A document with all that storing it needs, made before anything is written. */
export interface PreparedDoc {
  id: Buffer
  doc: Doc
  body: string
  entries: Entries[]
}

/** Puts documents and their index entries; knows nothing of transactions, locks or queries. */
export class DocumentStore {
  constructor(
    private readonly writer: Connection,
    private readonly catalog: Catalog,
  ) {}

  find(connection: Connection, collection: Collection, id: Buffer): StoredDoc | undefined {
    const found = connection.get(`SELECT doc, body FROM docs_${collection.id} WHERE id = ?`, [id])
    if (found) collection.documentsRead++
    return found && { row: found[0] as number, id, body: found[1] as string }
  }

  /** Throws what MongoDB refuses: field names, size, parallel arrays. */
  prepare(collection: Collection, doc: Doc): PreparedDoc {
    return { id: idKey(doc._id), doc, body: storedBody(doc), entries: entriesOf(collection.indexes, doc) }
  }

  /** What was prepared some time ago: as it is, unless indexes have come or gone since. */
  withPresentIndexes({ indexes }: Collection, prepared: PreparedDoc): PreparedDoc {
    const { doc, entries } = prepared
    const isPresent =
      entries.length === indexes.length && entries.every(({ index }, i) => index === indexes[i])
    return isPresent ? prepared : { ...prepared, entries: entriesOf(indexes, doc) }
  }

  /** Throws an E11000 when another document holds one of its unique keys. */
  refuseTakenKeys(collection: Collection, prepared: PreparedDoc): void {
    for (const { index, keys } of prepared.entries) {
      if (!index.unique) continue
      for (const key of keys) {
        if (this.holderOf(index, key, prepared.id)) throw duplicateKey(collection, index, prepared.doc)
      }
    }
  }

  /** The id of another document that holds this unique key. */
  holderOf(index: Index, key: Buffer, except: Buffer): Buffer | undefined {
    const row = this.writer.get(`SELECT id FROM index_${index.id} WHERE k = ? AND id <> ? LIMIT 1`, [
      key,
      except,
    ])
    return row?.[0] as Buffer | undefined
  }

  insert(collection: Collection, prepared: PreparedDoc): void {
    const { id, body } = prepared
    this.writer.run(`INSERT INTO docs_${collection.id} (id, body) VALUES (?, ?)`, [id, body])
    if (prepared.entries.length === 0) return
    const row = this.writer.get('SELECT last_insert_rowid()')![0] as number
    for (const entries of prepared.entries) this.addEntries(entries, id, row)
  }

  replace(collection: Collection, old: StoredDoc, oldDoc: Doc, prepared: PreparedDoc): void {
    this.writer.run(`UPDATE docs_${collection.id} SET body = ? WHERE doc = ?`, [prepared.body, old.row])
    for (const entries of prepared.entries) {
      const before = indexEntries(entries.index.fields, oldDoc).keys
      if (sameKeys(before, entries.keys)) continue
      for (const key of before) this.removeEntry(entries.index, key, old.id)
      this.addEntries(entries, old.id, old.row)
    }
  }

  remove(collection: Collection, old: StoredDoc, oldDoc: Doc): void {
    this.writer.run(`DELETE FROM docs_${collection.id} WHERE doc = ?`, [old.row])
    for (const { index, keys } of entriesOf(collection.indexes, oldDoc)) {
      for (const key of keys) this.removeEntry(index, key, old.id)
    }
  }

  /** Makes an index over what is there; an E11000 when a unique one cannot be. */
  createIndex(collection: Collection, name: string, fields: IndexField[], unique: boolean): void {
    const index = this.catalog.addIndex(collection, name, fields, unique)
    const pageSize = 500
    for (let after = 0; ;) {
      const rows = this.writer.all(
        `SELECT doc, id, body FROM docs_${collection.id} WHERE doc > ? ORDER BY doc LIMIT ${pageSize}`,
        [after],
      )
      for (const [row, id, body] of rows as [number, Buffer, string][]) {
        const doc = parseStored(body)
        const entries = { index, ...indexEntries(fields, doc) }
        this.refuseTakenKeys(collection, { id, doc, body, entries: [entries] })
        this.addEntries(entries, id, row)
        after = row
      }
      if (rows.length < pageSize) return
    }
  }

  private addEntries({ index, keys, multikey }: Entries, id: Buffer, row: number): void {
    if (multikey) this.catalog.markMultikey(index)
    for (const key of keys) {
      this.writer.run(`INSERT INTO index_${index.id} (k, id, doc) VALUES (?, ?, ?)`, [key, id, row])
    }
  }

  private removeEntry(index: Index, key: Buffer, id: Buffer): void {
    this.writer.run(`DELETE FROM index_${index.id} WHERE k = ? AND id = ?`, [key, id])
  }
}

export function parseStored(body: string): Doc {
  return parseEjson(body) as Doc
}

export function duplicateId(collection: Collection, doc: Doc): Error {
  return errors.duplicateKey(`local.${collection.name}`, '_id_', `{ _id: ${toStored(doc._id)} }`)
}

export function duplicateKey(collection: Collection, index: Index, doc: Doc): Error {
  const values = index.fields.map(({ path }) => `${path}: ${toStored(valuesAt(doc, path).values[0])}`)
  return errors.duplicateKey(`local.${collection.name}`, index.name, `{ ${values.join(', ')} }`)
}

function entriesOf(indexes: readonly Index[], doc: Doc): Entries[] {
  return indexes.map((index) => ({ index, ...indexEntries(index.fields, doc) }))
}

function sameKeys(a: Buffer[], b: Buffer[]): boolean {
  return a.length === b.length && a.every((key, i) => key.equals(b[i]!))
}
