import { Catalog } from './catalog'
import { DocumentStore } from './documentStore'
import { GroupCommit } from './groupCommit'
import { limits } from './limits'
import { openDatabase } from './openDatabase'
import type { Connection } from './sqlite'
import { Transactions } from './transactions'
import { Versions } from './versions'

/** The parts that hold data, put together over one data folder. */
export interface Store {
  writer: Connection
  reader: Connection
  catalog: Catalog
  documents: DocumentStore
  versions: Versions
  transactions: Transactions
  group: GroupCommit
  /** Ends open transactions, makes what is open durable and closes the files. */
  close(): void
}

/** Opens the store. Throws one clear line when the data folder cannot be used. */
export function openStore(dataDir: string, transactionLimitMs: number = limits.transactionMs): Store {
  const { writer, reader, close } = openDatabase(dataDir)
  const catalog = new Catalog(writer)
  const versions = new Versions()
  const transactions = new Transactions(versions, transactionLimitMs)
  const group = new GroupCommit(writer, {
    committed: () => {
      versions.commit()
      catalog.committed()
      transactions.forgetVersions()
    },
    tookBack: () => catalog.tookBack(),
    rolledBack: () => {
      versions.rollBack()
      catalog.reload()
    },
  })
  return {
    writer,
    reader,
    catalog,
    documents: new DocumentStore(writer, catalog),
    versions,
    transactions,
    group,
    close: () => {
      group.flush()
      transactions.endAll()
      close()
    },
  }
}
