import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { collections, type CollectionName } from '../../../cloudfunctions/database/collections'
import type { Gateway } from '../../../local/cloud/gateway/answerAction'
import type { Doc } from '../../../local/cloud/gateway/bsonValues'
import { parseStored } from '../../../local/cloud/gateway/documentStore'
import type { FaultKind } from '../../../local/cloud/gateway/faults'
import { openGateway } from '../../../local/cloud/gateway/openGateway'
import { selectDocs } from '../../../local/cloud/gateway/queryReader'
import { idKey } from '../../../local/cloud/gateway/storedBody'

export const ENV = 'changke-simulation'

/** Linux's folder in memory: opening a store elsewhere waits for the disk, however little is in it. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The local cloud's gateway on a store of its own that nobody needs after the run: nothing is synced to the disk. */
export class SimulatedStore {
  readonly gateway: Gateway
  /** Which of the gateway's faults hits the next request. */
  fault: FaultKind | undefined
  private readonly dataDir = mkdtempSync(path.join(MEMORY, 'changke-simulation-'))

  constructor(now: () => number) {
    this.gateway = openGateway({ dataDir: this.dataDir, envId: ENV }, now, { next: () => this.fault })
    const { store } = this.gateway.context
    store.writer.exec('PRAGMA synchronous = OFF')
    void store.group.run(() => {
      for (const { name, indexes } of collections) {
        const collection = store.catalog.create(name)
        for (const index of indexes) {
          const fields = index.keys.map(({ field, direction }) => ({
            path: field,
            descending: direction === -1,
          }))
          store.documents.createIndex(collection, index.name, fields, index.unique === true)
        }
      }
    })
    store.group.flush()
  }

  /** The text of a document as it is committed. Past the SDK: what the books say must not depend on who is asked. */
  body(collection: CollectionName, id: string): string | undefined {
    const { documents, reader, catalog } = this.gateway.context.store
    return documents.find(reader, catalog.get(collection), idKey(id))?.body
  }

  /** The texts of all documents of a collection, by id. */
  bodies(collection: CollectionName): Map<string, string> {
    const { reader, catalog } = this.gateway.context.store
    const rows = reader.all(`SELECT body FROM docs_${catalog.get(collection).id}`) as [string][]
    return new Map(rows.map(([body]) => [/"_id":"([^"]*)"/.exec(body)?.[1] ?? '', body]))
  }

  find<T>(collection: CollectionName, query: Doc, ...sort: readonly [string, 1 | -1][]): T[] {
    const { reader, catalog } = this.gateway.context.store
    return selectDocs(reader, catalog.get(collection), { query, sort }).map(
      ({ doc, body }) => (doc ?? parseStored(body)) as T,
    )
  }

  close(): void {
    this.gateway.context.store.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}
