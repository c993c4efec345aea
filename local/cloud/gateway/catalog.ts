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
}

/** Which collections and indexes there are: kept in memory, written with the writer's open transaction. */
export class Catalog {
  private byName = new Map<string, Collection>()

  constructor(private readonly writer: Connection) {
    this.reload()
  }

  /** Reads everything again, after a group of writes was rolled back. */
  reload(): void {
    const collections = this.writer.all('SELECT id, name, acl, rule FROM collections ORDER BY name')
    this.byName = new Map(
      collections.map(([id, name, acl, rule]) => [
        name as string,
        {
          id: id as number,
          name: name as string,
          acl: acl as string,
          rule: rule as string | null,
          indexes: [],
        },
      ]),
    )
    const byId = new Map([...this.byName.values()].map((collection) => [collection.id, collection]))
    for (const row of this.writer.all(
      'SELECT id, collection, name, fields, isUnique, multikey FROM indexes ORDER BY id',
    )) {
      byId.get(row[1] as number)?.indexes.push({
        id: row[0] as number,
        name: row[2] as string,
        fields: JSON.parse(row[3] as string) as IndexField[],
        unique: row[4] === 1,
        multikey: row[5] === 1,
      })
    }
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
    this.writer.run("INSERT INTO collections (name, acl) VALUES (?, 'ADMINONLY')", [name])
    const id = this.writer.get('SELECT id FROM collections WHERE name = ?', [name])![0] as number
    this.writer.exec(
      `CREATE TABLE docs_${id} (doc INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    )
    const collection: Collection = { id, name, acl: 'ADMINONLY', rule: null, indexes: [] }
    this.byName.set(name, collection)
    return collection
  }

  drop(name: string): void {
    const collection = this.get(name)
    for (const index of [...collection.indexes]) this.dropIndex(collection, index.name)
    this.writer.exec(`DROP TABLE docs_${collection.id}`)
    this.writer.run('DELETE FROM collections WHERE id = ?', [collection.id])
    this.byName.delete(name)
  }

  setAcl(collection: Collection, acl: string, rule: string | null): void {
    this.writer.run('UPDATE collections SET acl = ?, rule = ? WHERE id = ?', [acl, rule, collection.id])
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
    this.writer.run(
      'INSERT INTO indexes (collection, name, fields, isUnique, multikey) VALUES (?, ?, ?, ?, 0)',
      [collection.id, name, JSON.stringify(fields), unique ? 1 : 0],
    )
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
    this.writer.run('DELETE FROM indexes WHERE id = ?', [index.id])
    collection.indexes = collection.indexes.filter((each) => each !== index)
  }

  markMultikey(index: Index): void {
    if (index.multikey) return
    this.writer.run('UPDATE indexes SET multikey = 1 WHERE id = ?', [index.id])
    index.multikey = true
  }
}
