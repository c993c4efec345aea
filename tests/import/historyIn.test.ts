import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { yuanText } from '@shared/kernel/fen'
import { generateHistory } from '../../local/worlds/history'
import { musicShop } from '../../local/worlds/musicShop'
import { startStack, type RunningStack } from '../support/startStack'
import { auditAll } from './auditAll'
import { customersOf, historyFile, sumFen } from './historyFile'
import { runImport } from './runImport'

jest.setTimeout(180_000)

const history = generateHistory(musicShop(3, 700))
const more = generateHistory(musicShop(3, 730)).slice(history.length)

let stack: RunningStack
let folder: string
let file: string
beforeAll(async () => {
  stack = await startStack()
  folder = await mkdtemp(path.join(tmpdir(), 'import-'))
  file = path.join(folder, 'orders.csv')
})
afterAll(async () => {
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
})

const importText = async (text: string) => {
  await writeFile(file, text)
  return runImport(file, '--url', stack.url)
}

const books = async () => {
  const { members, orders, ordersFen, differences } = await auditAll(stack)
  return { members, orders, ordersFen, differences }
}

const expectedBooks = (rows: typeof history) => ({
  members: customersOf(rows),
  orders: rows.length,
  ordersFen: sumFen(rows),
  differences: [],
})

// One after the other on one shop, as its owner would do them.
describe('a shop’s history', () => {
  it('holds what makes it hard: identical orders, orders that cost nothing, customers with many', () => {
    const different = new Set(history.map((row) => JSON.stringify(row))).size
    expect(history.length - different).toBeGreaterThan(0)
    expect(history.some(({ amountFen }) => amountFen === 0)).toBe(true)
    expect(history.length).toBeGreaterThan(1_500)
  })

  it('goes in whole, to the fen', async () => {
    const { code, stdout, stderr } = await importText(historyFile(history))
    expect([code, stderr.includes('import:')]).toEqual([0, false])
    expect(stdout).toContain(
      `${history.length} imported, 0 already in, ${customersOf(history)} members made\n`,
    )
    expect(stdout).toContain(`${yuanText(sumFen(history))} yuan imported\n0 rejected\n`)
    expect(await books()).toEqual(expectedBooks(history))
  })

  it('changes nothing a second time, however it is sorted', async () => {
    const sortedAnew = [...history].sort((a, b) => (a.placedDay > b.placedDay ? -1 : 1))
    const { code, stdout } = await importText(historyFile(sortedAnew))
    expect(code).toBe(0)
    expect(stdout).toContain(`0 imported, ${history.length} already in, 0 members made\n0.00 yuan imported\n`)
    expect(await books()).toEqual(expectedBooks(history))
  })

  it('takes only what is new when the file has grown', async () => {
    const { code, stdout } = await importText(historyFile([...more, ...history]))
    expect(code).toBe(0)
    expect(stdout).toContain(
      `${more.length} imported, ${history.length} already in, ${customersOf(more)} members made\n${yuanText(sumFen(more))} yuan imported\n`,
    )
    expect(await books()).toEqual(expectedBooks([...history, ...more]))
  })

  it('of another system comes in beside it', async () => {
    await writeFile(file, historyFile(more))
    const { stdout } = await runImport(file, '--url', stack.url, '--source', 'till')
    expect(stdout).toContain(`${more.length} imported, 0 already in, ${customersOf(more)} members made\n`)
  })

  it('is there when its customer first opens the app', async () => {
    const rows =
      'customer,date,quantity,amount,openid\n900,2022-01-01,1,250.00,regular-visitor\n900,2022-02-01,1,30.50,\n'
    expect((await importText(rows)).stdout).toContain('2 imported')
    const home = await stack.call('regular-visitor', 'shopper', 'home.read')
    expect(home).toMatchObject({
      ok: true,
      value: { state: 'guest', known: { tier: { current: { id: 'bronze' } }, balances: { growth: 280 } } },
    })
  })
})
