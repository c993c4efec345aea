import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startStack } from '../support/startStack'
import { auditAll } from './auditAll'

jest.setTimeout(60_000)

const ROOT = path.resolve(__dirname, '../..')

/** The stack as `npm run world` starts it; answers what it says until it is ready or has ended. */
async function startFresh(world: string, dataDir: string) {
  const child = spawn(process.execPath, ['dist/local/main.cjs', '--world', world], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', CHANGKE_DATA: dataDir, CHANGKE_WATCH: '0', CHANGKE_TICK: '0' },
  })
  let said = ''
  await new Promise<void>((resolve) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString()
      if (/ready: /.test(said)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', () => resolve())
  })
  return { child, said }
}

it('a fresh world takes the place of the old one, which an unknown name and a second stack leave alone', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fresh-'))
  const old = await startStack({ dataDir })
  await old.post('/local/staff', { openid: 'local-owner', role: 'owner' })
  const rows = [{ externalId: 'A1', customer: '1', placedDay: '2021-01-01', quantity: 1, amountFen: 100 }]
  await old.call('local-owner', 'merchant', 'orders.import', { source: 'till', rows })
  expect((await startFresh('empty', dataDir)).said).toContain('in use')
  await old.stop()

  expect((await startFresh('emty', dataDir)).said).toContain('no world is called "emty"')
  const kept = await startStack({ dataDir })
  expect(await auditAll(kept)).toMatchObject({ orders: 1 })
  await kept.stop()

  const { child, said } = await startFresh('empty', dataDir)
  expect(said).toContain('ready')
  // Else a second stack would write to the same folder.
  expect(existsSync(path.join(dataDir, 'lock.json'))).toBe(true)
  child.kill('SIGTERM')
  await once(child, 'exit')
  const fresh = await startStack({ dataDir })
  await fresh.post('/local/staff', { openid: 'local-owner', role: 'owner' })
  expect(await auditAll(fresh)).toMatchObject({ orders: 0, members: 0 })
  await fresh.stop()
  await rm(dataDir, { recursive: true, force: true })
})
