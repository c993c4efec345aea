import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Doc } from './bsonValues'
import type { IndexField } from './indexEntries'
import { type Store, openStore } from './store'
import { insertDocs } from './writeDocs'

/** A store in a folder of its own, for tests; `dispose` closes it and removes the folder. */
export interface TemporaryStore {
  store: Store
  dataDir: string
  /** Makes a collection with indexes, each given as `{name: 'field, -other'}`; a name that ends in `!` is unique. */
  collection(name: string, indexes?: Record<string, string>): Promise<void>
  add(name: string, docs: Doc[]): Promise<void>
  dispose(): void
}

export function temporaryStore(): TemporaryStore {
  const dataDir = mkdtempSync(join(tmpdir(), 'changke-store-'))
  const store = openStore(dataDir)
  return {
    store,
    dataDir,
    collection: async (name, indexes = {}) => {
      await store.group.run(() => {
        const collection = store.catalog.create(name)
        for (const [index, fields] of Object.entries(indexes)) {
          store.documents.createIndex(collection, index, indexFields(fields), index.endsWith('!'))
        }
      })
    },
    add: (name, docs) => insertDocs(store, name, docs),
    dispose: () => {
      store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function indexFields(fields: string): IndexField[] {
  return fields.split(',').map((field) => {
    const path = field.trim()
    return path.startsWith('-') ? { path: path.slice(1), descending: true } : { path, descending: false }
  })
}
