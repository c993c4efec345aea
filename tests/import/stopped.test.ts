import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateHistory } from '../../local/worlds/history'
import { musicShop } from '../../local/worlds/musicShop'
import { startStack } from '../support/startStack'
import { auditAll } from './auditAll'
import { customersOf, historyFile, sumFen } from './historyFile'
import { runImport, startImport } from './runImport'

jest.setTimeout(180_000)

const history = generateHistory(musicShop(5, 2_000))

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stopped-'))
  file = path.join(folder, 'orders.csv')
  await writeFile(file, historyFile(history))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const whole = {
  members: customersOf(history),
  orders: history.length,
  ordersFen: sumFen(history),
  differences: [],
}

it('is stopped by Ctrl-C with a clear line, and gone on with by the same command', async () => {
  const stack = await startStack()
  const { child, ended } = startImport(file, '--url', stack.url, '--in-flight', '1')
  // The bar's first line is out when the first batches are on their way.
  await once(child.stderr, 'data')
  child.kill('SIGINT')
  const { code, stdout, stderr } = await ended
  expect(code).toBe(130)
  expect(stderr).toMatch(/Stopped with \d+ of \d+ orders in\. Run the same command again to go on/)
  const [, imported] = /^(\d+) imported/.exec(stdout) ?? []
  const inNow = await auditAll(stack)
  expect(inNow).toMatchObject({ orders: Number(imported), differences: [] })
  expect(inNow.orders).toBeLessThan(history.length)

  const again = await runImport(file, '--url', stack.url)
  expect(again.code).toBe(0)
  expect(again.stdout).toContain(`${history.length - inNow.orders} imported, ${inNow.orders} already in`)
  expect(await auditAll(stack)).toEqual(whole)
  await stack.stop()
})

it('waits for a shop that went away and goes on when it is back', async () => {
  const first = await startStack()
  const { child, ended } = startImport(file, '--url', first.url)
  await once(child.stderr, 'data')
  await first.kill9()
  const second = await startStack({ dataDir: first.dataDir, port: Number(new URL(first.url).port) })
  expect(await ended).toMatchObject({ code: 0 })
  expect(await auditAll(second)).toEqual(whole)
  await second.stop()
  await rm(first.dataDir, { recursive: true, force: true })
})

it('gives up in one line when the shop stays away, and tells how to go on', async () => {
  const stack = await startStack()
  const { child, ended } = startImport(file, '--url', stack.url, '--patience', '1')
  await once(child.stderr, 'data')
  await stack.kill9()
  const { code, stderr } = await ended
  expect(code).toBe(1)
  expect(stderr).toMatch(/\nimport: \S+ does not answer .*Run the same command again to go on.*\n$/)
  await rm(stack.dataDir, { recursive: true, force: true })
})
