import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { startStack, type RunningStack } from '../support/startStack'
import { auditAll } from './auditAll'
import { runImport } from './runImport'

jest.setTimeout(120_000)

const HEADER = 'customer,date,quantity,amount,order\n'
const TODAY = '2024-03-01'

let stack: RunningStack
let folder: string
beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T12:00:00+08:00` })
  folder = await mkdtemp(path.join(tmpdir(), 'bad-'))
})
afterAll(async () => {
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
})

async function importBytes(name: string, ...parts: (string | Buffer)[]) {
  const file = path.join(folder, name)
  await writeFile(file, Buffer.concat(parts.map((part) => Buffer.from(part))))
  const ended = await runImport(file, '--url', stack.url)
  return { ...ended, file, rejects: `${file}.rejects.csv` }
}

it('lists bad rows by line and reason beside the file, and the good rows go in', async () => {
  const { code, stdout, rejects } = await importBytes(
    'mixed.csv',
    HEADER,
    '1,2024-01-01,1,10.00,A1\n',
    '1,2024-01-02,1,,A2\n', // 3
    '1,2024-01-02,1,-10.00,A3\n', // 4
    '1,2024-02-30,1,10.00,A4\n', // 5
    `${'x'.repeat(1 << 20)}\n`, // 6
    Buffer.from('José,2024-01-02,1,10.00,A5\n', 'latin1'), // 7
    Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, ...Buffer.from(',2024-01-02,1,10.00,A6\n')]), // 8: GBK
    '1,2024-01-02,many,10.00,A7\n', // 9
    '1,2024-01-02,1,ten,A8\n', // 10
    '1,2024-01-02,1,10.00,A1\n', // 11
    '1,2024-03-02,1,10.00,A9\n', // 12
    '张三,2024-03-01,2,20.00,A10\r\n',
  )
  expect(code).toBe(0)
  expect(stdout).toContain('2 imported, 0 already in, 2 members made\n30.00 yuan imported\n')
  expect(stdout).toContain(`10 rejected, listed in ${rejects}\n`)

  const listed = parse(await readFile(rejects), { bom: true, columns: true }) as unknown as Record<
    string,
    string
  >[]
  expect(listed.map(({ line, code: reason }) => [Number(line), reason])).toEqual([
    [3, 'missingField'],
    [4, 'negativeAmount'],
    [5, 'noDate'],
    [6, 'lineTooLong'],
    [7, 'wrongEncoding'],
    [8, 'wrongEncoding'],
    [9, 'noQuantity'],
    [10, 'noAmount'],
    [11, 'orderNumberTaken'],
    [12, 'inFuture'],
  ])
  expect(listed[1]?.row).toBe('1,2024-01-02,1,-10.00,A3')
  expect(listed[1]?.reason_en).toContain('negative')
  expect(await auditAll(stack)).toEqual({ members: 2, orders: 2, ordersFen: 3_000, differences: [] })
})

it('takes the list away when a mended file has nothing to list', async () => {
  const { rejects } = await importBytes(
    'mended.csv',
    HEADER,
    '7,2024-01-01,1,bad,M1\n7,2024-01-01,1,1.00,M2\n',
  )
  expect(existsSync(rejects)).toBe(true)
  const { code, stdout } = await importBytes(
    'mended.csv',
    HEADER,
    '7,2024-01-01,1,1.00,M1\n7,2024-01-01,1,1.00,M2\n',
  )
  expect([code, existsSync(rejects)]).toEqual([0, false])
  expect(stdout).toContain('1 imported, 1 already in, 0 members made\n1.00 yuan imported\n0 rejected\n')
})

const ROW = '9,2024-01-01,1,10.00'
it.each([
  [
    'an unknown column',
    `customer,date,quantity,amount,colour\n${ROW},red\n`,
    /no column “colour”.*are customer, date, quantity, amount, order, openid/,
  ],
  ['no amounts', 'customer,date,quantity\n9,2024-01-01,1\n', /column “amount” is missing/],
  ['another encoding', Buffer.from(`\uFEFF${HEADER}${ROW},\n`, 'utf16le'), /Save the file as CSV in UTF-8/],
  ['nothing in it', '', /is empty/],
  ['no rows', HEADER, /Nothing to import: the file has no rows/],
  [
    'no good rows',
    `${HEADER}9,2024-01-01,1,x,\n`,
    /Nothing to import: all 1 rows are rejected, listed in \S+csv/,
  ],
])('a file with %s is refused in one line, and nothing goes in', async (_, content, message) => {
  const before = await auditAll(stack)
  const { code, stdout, stderr } = await importBytes('refused.csv', content)
  expect(code).toBe(1)
  expect(stderr).toMatch(message)
  expect(stderr).toMatch(/^import: [^\n]+\n$/)
  expect(stdout).toBe('')
  expect(await auditAll(stack)).toEqual(before)
})

describe('the command says in one line what is wrong', () => {
  it.each([
    [['/no/such/file.csv'], 1, /no such file/],
    [['a.csv', '--colour'], 2, /--colour/],
  ])('%j', async (args, expected, message) => {
    const { code, stderr } = await runImport('--url', stack.url, ...args)
    expect([code, stderr.trim().split('\n').length]).toEqual([expected, 1])
    expect(stderr).toMatch(message)
  })

  it('when no shop is there', async () => {
    const { code, stderr } = await runImport('a.csv', '--url', 'http://127.0.0.1:1')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^import: http:\/\/127\.0\.0\.1:1 does not answer .*npm start.*\n$/)
  })

  it('before it writes over a file that is no list of rejects', async () => {
    const file = path.join(folder, 'precious.csv')
    await writeFile(file, 'precious')
    const { code, stderr } = await runImport(file, '--rejects', file, '--url', stack.url)
    expect([code, await readFile(file, 'utf8')]).toEqual([1, 'precious'])
    expect(stderr).toMatch(/is no list of rejects/)
  })
})
