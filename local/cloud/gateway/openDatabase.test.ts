import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGateway } from './startGateway'
import { openStore } from './store'
import { insertDocs } from './writeDocs'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'changke-open-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const start = () => startGateway({ dataDir, envId: 'e', secretId: 'i', secretKey: 'k' })

test('every commit is synced to the disk', () => {
  const store = openStore(dataDir)
  expect(store.writer.get('PRAGMA synchronous')).toEqual([2])
  expect(store.writer.get('PRAGMA journal_mode')).toEqual(['wal'])
  store.close()
})

test('what is no database is refused in one line that names the file and says what to do', async () => {
  writeFileSync(join(dataDir, 'cloud.db'), 'not a database at all '.repeat(500))
  const message = await start().then(
    () => 'started',
    (error: Error) => error.message,
  )
  expect(message).toContain(join(dataDir, 'cloud.db'))
  expect(message).toContain('move it away or choose another CHANGKE_DATA')
  expect(message).not.toContain('\n')
})

test('a file damaged in the middle is refused at the start, not found later', async () => {
  const store = openStore(dataDir)
  await store.group.run(() => store.catalog.create('c'))
  const docs = Array.from({ length: 400 }, (_, i) => ({ _id: `d${i}`, text: 'x'.repeat(500) }))
  await insertDocs(store, 'c', docs)
  store.close()
  const file = join(dataDir, 'cloud.db')
  const bytes = statSync(file).size
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(20_000, 0x5a), 0, 20_000, Math.floor(bytes / 2))
  closeSync(handle)
  await expect(start()).rejects.toThrow(
    /cloud\.db .*(damaged|cannot be opened).*: move it away or choose another CHANGKE_DATA$/,
  )
})

test('a log that cannot be read is refused: acknowledged commits may be in it', async () => {
  openStore(dataDir).close()
  writeFileSync(join(dataDir, 'cloud.db-wal'), 'not a log '.repeat(50))
  await expect(start()).rejects.toThrow(/cloud\.db-wal is damaged: move it away/)
})

test('a folder that another local cloud uses is refused', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(`${dataDir} is in use by another local cloud`)
  await first.close()
  const second = await start()
  await second.close()
})

test('a folder written in a later format is refused', async () => {
  const store = openStore(dataDir)
  store.writer.exec('PRAGMA user_version = 99')
  store.close()
  await expect(start()).rejects.toThrow('has format 99')
})
