import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from './sqlite'

export interface OpenDatabase {
  /** The only connection that writes. Within an open group it sees what is not durable yet. */
  writer: Connection
  /** Sees the last durable commit only. */
  reader: Connection
  close: () => void
}

const formatVersion = 1

const schema = `
  CREATE TABLE IF NOT EXISTS collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, acl TEXT NOT NULL, rule TEXT
  );
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL,
    isUnique INTEGER NOT NULL, multikey INTEGER NOT NULL, UNIQUE (collection, name)
  );
  PRAGMA user_version = ${formatVersion};
`

/**
 * Opens `<dataDir>/cloud.db`, made when missing. Every commit is synced to the disk. Throws one clear line when the
 * folder is in use, is damaged, or was written in another format.
 */
export function openDatabase(dataDir: string): OpenDatabase {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'cloud.db')
  const guard = holdFolder(dataDir)
  const opened: Connection[] = [guard]
  try {
    refuseDamagedLog(`${file}-wal`)
    const writer = new Connection(file)
    opened.push(writer)
    prepareFile(writer, file)
    const reader = new Connection(file)
    opened.push(reader)
    reader.exec('PRAGMA query_only = ON; PRAGMA cache_size = -128000')
    reader.get('SELECT count(*) FROM collections')
    const close = (): void => {
      // libsql keeps statements open when it closes, and then sqlite does not empty the log by itself
      writer.get('PRAGMA wal_checkpoint(TRUNCATE)')
      closeAll(opened)
    }
    return { writer, reader, close }
  } catch (error) {
    closeAll(opened)
    throw readable(error, file)
  }
}

function prepareFile(writer: Connection, file: string): void {
  writer.exec('PRAGMA journal_mode = WAL')
  writer.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY')
  const version = Number(writer.get('PRAGMA user_version')?.[0])
  if (version !== 0 && version !== formatVersion) {
    throw new Error(`${file} has format ${version}, this version reads ${formatVersion}: ${wayOut}`)
  }
  const health = String(writer.get('PRAGMA quick_check(1)')?.[0])
  if (health !== 'ok') throw new Error(`${file} is damaged (${firstLine(health)}): ${wayOut}`)
  writer.exec(schema)
}

/** Sqlite takes a log that it cannot read for an empty one, and what was acknowledged in it would be gone unnoticed. */
function refuseDamagedLog(file: string): void {
  if (!existsSync(file)) return
  const log = readFileSync(file)
  if (log.length === 0) return
  const magic = log.length >= 4 ? log.readUInt32BE(0) : 0
  if (magic !== 0x377f0682 && magic !== 0x377f0683) throw new Error(`${file} is damaged: ${wayOut}`)
}

/** A lock that the operating system gives up when the process dies, however it dies. */
function holdFolder(dataDir: string): Connection {
  const file = join(dataDir, 'cloud.lock')
  let guard: Connection | undefined
  try {
    guard = new Connection(file)
    guard.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    return guard
  } catch (error) {
    guard?.close()
    if (String(error).includes('locked')) {
      throw new Error(`${dataDir} is in use by another local cloud: stop it or choose another CHANGKE_DATA`)
    }
    throw readable(error, file)
  }
}

const wayOut = 'move it away or choose another CHANGKE_DATA'

function readable(error: unknown, file: string): Error {
  const message = firstLine(error instanceof Error ? error.message : String(error))
  if (message.includes(wayOut)) return error as Error
  return new Error(`${file} cannot be opened (${message}): ${wayOut}`)
}

function firstLine(text: string): string {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('***'))[0] ?? text
}

function closeAll(connections: Connection[]): void {
  for (const connection of [...connections].reverse()) connection.close()
}
