import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { openStore } from './store'
import { selectDocs } from './queryReader'

const folder = mkdtempSync(join(tmpdir(), 'changke-durability-'))
const script = join(folder, 'writer.cjs')

beforeAll(() => {
  buildSync({
    stdin: { contents: writerSource, resolveDir: __dirname, loader: 'ts' },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql', 'bson', 'mingo', 'mingo/*'],
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// writes with 8 callers as fast as it can and tells of each write when it is acknowledged
const writerSource = `
  import { openStore } from './store'
  import { insertDocs, changeDocs } from './writeDocs'
  const store = openStore(process.argv[2])
  const caller = async (who) => {
    for (let i = 0; ; i++) {
      await insertDocs(store, 'c', [{ _id: who + '-' + i, n: i, text: 'x'.repeat(200) }])
      await changeDocs(store, 'c', { _id: 'sum' }, false, (doc) => ({ ...doc, n: doc.n + 1 }))
      process.send(who + '-' + i)
    }
  }
  store.group
    .run(() => store.catalog.find('c') ?? store.catalog.create('c'))
    .then(() => insertDocs(store, 'c', [{ _id: 'sum', n: 0 }]).catch(() => undefined))
    .then(() => Promise.all([...'abcdefgh'].map((who) => caller(process.argv[3] + who))))
`

test('kill -9 in the middle of writing, three times: no acknowledged write is lost', async () => {
  const dataDir = join(folder, 'data')
  const acknowledged = new Set<string>()
  for (const round of ['x', 'y', 'z']) {
    for (const id of await writeUntilKilled(dataDir, round, 60)) acknowledged.add(id)
    const store = openStore(dataDir)
    const found = selectDocs(store.reader, store.catalog.get('c'), { query: {} })
    const stored = new Map(
      found.map(({ body }) => JSON.parse(body) as { _id: string; n: number }).map((doc) => [doc._id, doc.n]),
    )
    store.close()
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
    // each acknowledged add was followed by an acknowledged change of the sum
    expect(stored.get('sum')).toBeGreaterThanOrEqual(acknowledged.size)
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(180)
})

function writeUntilKilled(dataDir: string, round: string, writes: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(script, [dataDir, round], {
      env: { ...process.env, NODE_PATH: join(__dirname, '../../../node_modules') },
      execArgv: [],
    })
    const seen: string[] = []
    child.on('message', (id) => {
      seen.push(id as string)
      if (seen.length === writes) child.kill('SIGKILL')
    })
    child.on('exit', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(seen) : reject(new Error('The writer ended by itself')),
    )
  })
}
