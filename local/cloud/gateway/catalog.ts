import { errors } from './gatewayError'
import type { IndexField } from './indexEntries'
import { limits } from './limits'
import type { Connection } from './sqlite'

export interface Index {
  id: number
  name: string
  fields: IndexField[]
  unique: boolean
  /** Some document had an array at an indexed path; never goes back. */
  multikey: boolean
}

export interface Collection {
  id: number
  name: string
  /** Who may reach it without a server: ADMINONLY is closed. */
  acl: string
  rule: string | null
  indexes: Index[]
  /** Documents of it that were looked at so far, found or not: what a query costs beyond its request. */
  documentsRead: number
}

/** Which collections and indexes there are: kept in memory, written with the writer's open transaction. */
export class Catalog {
  private byName = new Map<string, Collection>()
  /** Changed since the last commit: what is in memory may have to go back. */
  private changed = false

  constructor(private readonly writer: Connection) {
    this.reload()
  }

  /** Reads everything again, after a write was taken back. Collections stay the objects they are. */
  reload(): void {
    const before = new Map([...this.byName.values()].map((collection) => [collection.id, collection]))
    this.byName = new Map()
    const rows = this.writer.all('SELECT id, name, acl, rule FROM collections ORDER BY name')
    for (const [id, name, acl, rule] of rows as [number, string, string, string | null][]) {
      const indexes = this.readIndexes(id)
      const kept = before.get(id) ?? { documentsRead: 0 }
      this.byName.set(name, Object.assign(kept, { id, name, acl, rule, indexes }))
    }
  }

  /** A write was taken back. */
  tookBack(): void {
    if (this.changed) this.reload()
  }

  committed(): void {
    this.changed = false
  }

  private readIndexes(collection: number): Index[] {
    const rows = this.writer.all(
      'SELECT id, name, fields, isUnique, multikey FROM indexes WHERE collection = ? ORDER BY id',
      [collection],
    )
    return (rows as [number, string, string, number, number][]).map(
      ([id, name, fields, unique, multikey]) => ({
        id,
        name,
        fields: JSON.parse(fields) as IndexField[],
        unique: unique === 1,
        multikey: multikey === 1,
      }),
    )
  }

  /** Every change goes through here. */
  private write(sql: string, parameters: (string | number | null)[]): void {
    this.changed = true
    this.writer.run(sql, parameters)
  }

  list(): Collection[] {
    return [...this.byName.values()]
  }

  find(name: string): Collection | undefined {
    return this.byName.get(name)
  }

  get(name: string): Collection {
    const collection = this.byName.get(name)
    if (!collection) throw errors.collectionNotExist(name)
    return collection
  }

  create(name: string): Collection {
    if (this.byName.has(name)) throw errors.collectionExists(name)
    if (!/^[A-Za-z][\w-]{0,99}$/.test(name)) throw errors.invalidParam(`Invalid collection name: ${name}`)
    if (this.byName.size >= limits.collections) {
      throw errors.limitExceeded(`An environment has at most ${limits.collections} collections`)
    }
    this.write("INSERT INTO collections (name, acl) VALUES (?, 'ADMINONLY')", [name])
    const id = this.writer.get('SELECT id FROM collections WHERE name = ?', [name])![0] as number
    this.writer.exec(
      `CREATE TABLE docs_${id} (doc INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    )
    const collection: Collection = { id, name, acl: 'ADMINONLY', rule: null, indexes: [], documentsRead: 0 }
    this.byName.set(name, collection)
    return collection
  }

  drop(name: string): void {
    const collection = this.get(name)
    for (const index of [...collection.indexes]) this.dropIndex(collection, index.name)
    this.writer.exec(`DROP TABLE docs_${collection.id}`)
    this.write('DELETE FROM collections WHERE id = ?', [collection.id])
    this.byName.delete(name)
  }

  setAcl(collection: Collection, acl: string, rule: string | null): void {
    this.write('UPDATE collections SET acl = ?, rule = ? WHERE id = ?', [acl, rule, collection.id])
    collection.acl = acl
    collection.rule = rule
  }

  /** Adds an index without its entries: the caller fills it. */
  addIndex(collection: Collection, name: string, fields: IndexField[], unique: boolean): Index {
    if (collection.indexes.some((index) => index.name === name)) {
      throw errors.invalidParam(`Index ${name} of ${collection.name} exists already`)
    }
    // _id has an index of its own, which counts
    if (collection.indexes.length + 1 >= limits.indexesPerCollection) {
      throw errors.limitExceeded(`A collection has at most ${limits.indexesPerCollection} indexes`)
    }
    this.write('INSERT INTO indexes (collection, name, fields, isUnique, multikey) VALUES (?, ?, ?, ?, 0)', [
      collection.id,
      name,
      JSON.stringify(fields),
      unique ? 1 : 0,
    ])
    const row = this.writer.get('SELECT id FROM indexes WHERE collection = ? AND name = ?', [
      collection.id,
      name,
    ])
    const id = row![0] as number
    this.writer.exec(
      `CREATE TABLE index_${id} (k BLOB NOT NULL, id BLOB NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (k, id)) WITHOUT ROWID`,
    )
    const index: Index = { id, name, fields, unique, multikey: false }
    collection.indexes.push(index)
    return index
  }

  dropIndex(collection: Collection, name: string): void {
    const index = collection.indexes.find((each) => each.name === name)
    if (!index) throw errors.invalidParam(`Index ${name} of ${collection.name} does not exist`)
    this.writer.exec(`DROP TABLE index_${index.id}`)
    this.write('DELETE FROM indexes WHERE id = ?', [index.id])
    collection.indexes = collection.indexes.filter((each) => each !== index)
  }

  markMultikey(index: Index): void {
    if (index.multikey) return
    this.write('UPDATE indexes SET multikey = 1 WHERE id = ?', [index.id])
    index.multikey = true
  }
}
