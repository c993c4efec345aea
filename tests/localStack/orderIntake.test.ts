import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { CLIENT_FILE } from '../support/intakeClient'
import { type RunningStack, startStack } from '../support/startStack'

jest.setTimeout(90_000)

let stack: RunningStack
beforeAll(async () => {
  stack = await startStack()
  await stack.post('/local/staff', { openid: 'owner', role: 'owner' })
})
afterAll(() => stack?.stop())

async function makeKey(source: string): Promise<{ id: string; secret: string }> {
  const made = await stack.call('owner', 'merchant', 'intakeKeys.create', { source })
  if (!made.ok) throw new Error(made.error.message)
  return made.value as { id: string; secret: string }
}

/** Runs the client as a person would: with a file of events, and the key in the environment. */
async function runClient(key: { id: string; secret: string }, events: readonly object[]) {
  const file = path.join(stack.dataDir, `events-${Math.random()}.json`)
  await writeFile(file, JSON.stringify(events))
  const client = spawn(process.execPath, [CLIENT_FILE, file], {
    env: { INTAKE_URL: `${stack.url}/http/orderIntake`, INTAKE_KEY: key.id, INTAKE_SECRET: key.secret },
  })
  let [output, errors] = ['', '']
  client.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  client.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = (await once(client, 'close')) as [number]
  const lines = output.split('\n').filter(Boolean)
  return { code, errors, results: lines.map((line) => JSON.parse(line) as { status: string }) }
}

const order = (id: string, amountFen: number) => ({
  type: 'order',
  id,
  placedAt: new Date(Date.now() - 86_400_000).toISOString(),
  member: { openid: 'oMei' },
  lines: [{ quantity: 1, amountFen }],
})

test('the client of the docs tells of orders and refunds, and the member finds them in the app', async () => {
  await stack.call('oMei', 'shopper', 'member.join', { consentVersion: '1' })
  const key = await makeKey('mall')
  const refund = { type: 'refund', id: 'R1', order: 'A1', amountFen: 4_000 }
  const told = [refund, order('A1', 10_000), order('A2', 5_000), order('A1', 10_000)]
  const first = await runClient(key, told)
  expect(first).toMatchObject({ code: 0, errors: '' })
  expect(first.results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'already'])
  expect((await runClient(key, told)).results.map(({ status }) => status)).toEqual(Array(4).fill('already'))
  const home = await stack.call('oMei', 'shopper', 'home.read')
  expect(JSON.stringify(home)).toContain('"points":110')
})

test('it says what was refused, by its exit code too', async () => {
  const key = await makeKey('till')
  const refused = await runClient(key, [order('A1', 100), { type: 'gift' }])
  expect(refused).toMatchObject({
    code: 1,
    results: [{ status: 'accepted' }, { status: 'error', error: { code: 'INVALID_INPUT' } }],
  })
  expect(await runClient({ ...key, secret: 'guessed' }, [order('A2', 100)])).toMatchObject({
    code: 1,
    errors: expect.stringContaining('INTAKE_SIGNATURE') as string,
    results: [],
  })
})
