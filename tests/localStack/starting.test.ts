import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { FORMAT } from '../../local/dataFolder/dataFolder'
import { writeProbes } from '../support/probeFunctions'
import { waitFor } from '../support/waitFor'
import {
  environmentOf,
  readyAt,
  type RunningStack,
  StackDidNotStart,
  type StackOptions,
  startStack,
} from '../support/startStack'

const ROOT = path.resolve(__dirname, '../..')

let dataDir: string
const running: RunningStack[] = []
beforeEach(async () => void (dataDir = await mkdtemp(path.join(tmpdir(), 'changke-data-'))))
afterEach(async () => {
  await Promise.all(running.splice(0).map((stack) => stack.stop()))
  await rm(dataDir, { recursive: true })
})

async function start(options: StackOptions = {}): Promise<RunningStack> {
  const stack = await startStack({ dataDir, ...options })
  running.push(stack)
  return stack
}

/** The one line that it says when it cannot start. */
async function refusal(options: StackOptions = {}): Promise<string> {
  const error = await start(options).then(
    () => new Error('it started'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof StackDidNotStart)) throw error
  expect(error.exitCode).toBe(1)
  const lines = error.output.trim().split('\n')
  expect(lines).toHaveLength(1)
  return lines[0]!
}

test('stops cleanly on a signal, and gives the port and the folder free', async () => {
  const first = await start()
  const port = Number(new URL(first.url).port)
  expect(await first.stop()).toBe(0)
  const second = await start({ port })
  expect(second.url).toBe(first.url)
})

test('a call under way is answered before it stops', async () => {
  const begun = path.join(dataDir, 'begun')
  const code = `exports.main = async () => {
    require('node:fs').writeFileSync(${JSON.stringify(begun)}, '')
    await new Promise((resolve) => setTimeout(resolve, 300))
    return 'answered'
  }`
  const folder = writeProbes({ slow: { code } })
  const stack = await start({ env: { CHANGKE_FUNCTIONS: folder } })
  const answer = stack.post('/wx/callFunction', { name: 'slow' }, { 'x-local-openid': 'oMei' })
  await waitFor(
    () => existsSync(begun),
    () => 'the call to begin',
  )
  expect(await stack.stop()).toBe(0)
  expect(await answer).toEqual({ status: 200, body: { result: 'answered' } })
  await rm(folder, { recursive: true })
})

test('a busy port: one line that says what to do', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  expect(await refusal({ port })).toMatch(new RegExp(`port ${port} is busy; .*PORT`))
  await new Promise((resolve) => server.close(resolve))
})

describe('a data folder that cannot be used', () => {
  test.each([
    ['changke.json'],
    ['clock.json'],
    ['secrets.json'],
    ['world.json'],
    ['lock.json'],
    ['weChatPayKeys.json'],
  ])('a damaged %s', async (name) => {
    await (await start()).stop()
    await writeFile(path.join(dataDir, name), '{"half')
    expect(await refusal()).toMatch(`${name} is damaged`)
  })

  test('a damaged database', async () => {
    await (await start()).stop()
    await writeFile(
      path.join(dataDir, 'cloud.db'),
      'no database at all, but long enough to be looked at'.repeat(99),
    )
    expect(await refusal()).toMatch(dataDir)
  })

  test('one that holds something else is left alone', async () => {
    await writeFile(path.join(dataDir, 'holiday.txt'), 'mine')
    expect(await refusal()).toMatch(/holds other files/)
    expect(await readFile(path.join(dataDir, 'holiday.txt'), 'utf8')).toBe('mine')
  })

  test('one of a later version', async () => {
    await writeFile(path.join(dataDir, 'changke.json'), JSON.stringify({ format: FORMAT + 1 }))
    expect(await refusal()).toMatch(/later version/)
  })

  test('one that another stack uses', async () => {
    const first = await start()
    expect(await refusal()).toMatch(`in use by the stack at ${first.url}`)
    expect((await first.get('/healthz')).status).toBe(200)
  })
})

test('what an earlier version made is kept beside the folder, told in one line, and a new world is made', async () => {
  await writeFile(path.join(dataDir, 'changke.json'), '{"format":1}')
  await writeFile(path.join(dataDir, 'world.json'), '{"name":"regulars","state":"made","people":[]}')
  await writeFile(path.join(dataDir, 'cloud.db'), 'what no present version reads')
  const child = spawn(process.execPath, ['dist/local/main.cjs'], {
    cwd: ROOT,
    env: environmentOf({ world: 'empty' }, dataDir),
  })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  await readyAt(child)
  child.kill('SIGTERM')
  const kept = `${dataDir}-format-1`
  expect(told.split('\n').filter((line) => line.includes(kept))).toHaveLength(1)
  expect(await readFile(path.join(kept, 'cloud.db'), 'utf8')).toBe('what no present version reads')
  expect(await readFile(path.join(dataDir, 'world.json'), 'utf8')).toContain('"empty"')
  await rm(kept, { recursive: true })
})

describe('what a folder keeps', () => {
  test('after kill -9 everything goes on: staff, secrets and the turned clock', async () => {
    const first = await start({ clock: '2026-03-01T00:00:00Z' })
    await first.post('/local/staff', { openid: 'oBoss', role: 'owner' })
    await first.post('/local/clock', { advanceDays: 1 })
    await first.kill9()

    const second = await start({ clock: '2026-03-01T00:00:00Z' })
    expect(await second.call('oBoss', 'merchant', 'staff.me')).toMatchObject({ value: { role: 'owner' } })
    expect((await second.get('/local/clock')).body).toMatchObject({
      now: expect.stringMatching(/^2026-03-02T00/) as unknown,
    })
  })

  test('a clock ahead of it is taken over', async () => {
    await (await start({ clock: '2026-03-01T00:00:00Z' })).stop()
    const later = await start({ clock: '2026-04-01T00:00:00Z' })
    expect((await later.get('/local/clock')).body).toMatchObject({
      now: expect.stringMatching(/^2026-04-01T00/) as unknown,
    })
  })

  test('its secrets are for its owner’s eyes only', async () => {
    await start()
    expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
  })

  test('a world that was interrupted is gone on with, whatever is asked for now', async () => {
    await (await start()).stop()
    await writeFile(path.join(dataDir, 'world.json'), '{"name":"empty","state":"making","people":[]}')
    await start({ world: 'regulars' })
    const mark = JSON.parse(await readFile(path.join(dataDir, 'world.json'), 'utf8')) as unknown
    expect(mark).toEqual({ name: 'empty', state: 'made', people: [] })
  })
})

test.each([
  ['PORT', 'eighty', /PORT is a whole number/],
  ['PORT', '70000', /PORT is a whole number/],
  ['CHANGKE_CLOCK', 'yesterday', /CHANGKE_CLOCK is an instant like/],
  ['CHANGKE_WORLD', 'atlantis', /no world is called "atlantis"/],
  ['CHANGKE_INSTANCES', '0', /CHANGKE_INSTANCES is a whole number/],
  ['CHANGKE_TICK', 'yes', /CHANGKE_TICK is 0 or 1/],
])('%s=%s: one line', async (name, value, line) => {
  expect(await refusal({ env: { [name]: value } })).toMatch(line)
})

test('a Node that is too old: one line', async () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })`
  const old = path.join(dataDir, 'old.cjs')
  await writeFile(old, pretend)
  const result = promisify(execFile)(process.execPath, ['--require', old, 'scripts/start.mjs'], { cwd: ROOT })
  await expect(result).rejects.toMatchObject({
    code: 1,
    stderr: 'Changke cannot start: it needs Node 20.11 or newer, and this is 18.19.0\n',
  })
})

describe('npm start', () => {
  // Long for one who runs only this file: the app may have to be built first.
  const LONGEST_START_MS = 240_000

  test(
    'prints one line with the address, and stops when npm is ended',
    async () => {
      // As npm does: a shell that stays between, and dies of a signal without passing it on.
      const shell = spawn('sh', ['-c', 'node scripts/start.mjs; :'], {
        cwd: ROOT,
        env: { ...environmentOf({}, dataDir), npm_lifecycle_event: 'start' },
      })
      let said = ''
      shell.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
      const url = await readyAt(shell)
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      shell.kill('SIGTERM')
      await waitFor(
        () => !existsSync(path.join(dataDir, 'lock.json')),
        () => 'the stack to stop',
      )
      await expect(fetch(`${url}/healthz`)).rejects.toThrow()
      expect(said).toBe(`Changke is ready: ${url}\n`)
    },
    LONGEST_START_MS,
  )
})
