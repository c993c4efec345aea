import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEBTOR_REFUND, priceOf } from '../../local/worlds/counterSales'
import { regularsHistory, regularsSales } from '../../local/worlds/regulars'
import { startStack, StackDidNotStart, type RunningStack } from '../support/startStack'
import { buildOnce } from '../support/buildOnce'
import { auditAll } from './auditAll'
import { sumFen } from './historyFile'

jest.setTimeout(180_000)

const ROOT = path.resolve(__dirname, '../..')
const CLOCK = '2024-02-29T09:00:00+08:00'
const history = regularsHistory('2024-02-29')
const sales = Object.values(regularsSales()).flat()
/** What is left of what was paid: a point is worth a fen, and an order that came back whole is none. */
const salesFen = sales
  .filter(({ refund }) => refund !== 'all')
  .reduce((sum, sale) => sum + priceOf(sale) - (sale.points ?? 0) - Number(sale.refund ?? 0), 0)
const WHOLE = {
  members: 2_001,
  orders: history.length + sales.filter(({ refund }) => refund !== 'all').length,
  ordersFen: sumFen(history) + salesFen - DEBTOR_REFUND.amountFen,
  differences: [],
}

let dataDir: string
let stack: RunningStack
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'world-'))
  await buildOnce()
  await killWhileMaking()
  stack = await startStack({ world: 'regulars', dataDir, clock: CLOCK })
})
afterAll(async () => {
  await stack.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** `kill -9` when a good part of the demo shop is in. */
async function killWhileMaking(): Promise<void> {
  const child = spawn(process.execPath, ['dist/local/main.cjs'], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{
        PORT: '0',
        CHANGKE_DATA: dataDir,
        CHANGKE_WORLD: 'regulars',
        CHANGKE_CLOCK: CLOCK,
        CHANGKE_WATCH: '0',
        CHANGKE_TICK: '0',
      },
    },
  })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (/demo shop: [3-9]\d %/.test(told)) child.kill('SIGKILL')
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal !== 'SIGKILL') throw new Error(`the stack ended by itself: ${told}`)
}

const home = (openid: string) => stack.call(openid, 'shopper', 'home.read')

describe('the demo shop, after it was killed while it was made', () => {
  it('is whole', async () => {
    expect(await auditAll(stack)).toEqual(WHOLE)
  })

  it.each([
    ['regular-0001', 'gold', 'diamond'],
    ['regular-0002', 'silver', 'gold'],
  ])('%s has joined, is %s, and has not checked in today', async (openid, level, next) => {
    expect(await home(openid)).toMatchObject({
      ok: true,
      value: {
        state: 'member',
        tier: { current: { id: level }, next: { face: { id: next } } },
        checkin: { doneToday: false, streak: 0 },
      },
    })
  })

  it('has somebody with points to come, somebody who owes points, and points that lapse soon', async () => {
    const balancesOf = async (openid: string) => (await home(openid)) as { value: { balances: object } }
    expect(await balancesOf('regular-0001')).toMatchObject({ value: { balances: { pendingPoints: 471 } } })
    expect(await balancesOf('local-debtor')).toMatchObject({
      value: { balances: { points: 0, pointsDebt: -54 } },
    })
    const ledger = await stack.call('regular-0002', 'shopper', 'points.ledger')
    expect(ledger).toMatchObject({
      ok: true,
      value: { lots: expect.arrayContaining([{ validUntil: '2024-04-06', points: 172 }]) as unknown },
    })
  })

  it('has rules and campaigns, each as its last version', async () => {
    const version = async (topic: string) =>
      (await stack.call('local-owner', 'merchant', 'settings.read', { topic })) as {
        value: { version: number }
      }
    expect(await version('earning')).toMatchObject({ value: { version: 2, value: { releaseDays: 0 } } })
    expect(await version('points')).toMatchObject({
      value: { version: 2, value: { validity: { kind: 'endOfNextYear' } } },
    })
    const { value } = (await stack.call('local-owner', 'merchant', 'settings.read', {
      topic: 'campaigns',
    })) as unknown as { value: { standings: { state: string }[] } }
    expect(value.standings.map(({ state }) => state)).toEqual(['running', 'running', 'upcoming', 'ended'])
  })

  it('has coupons to claim, and a gold member with stored value and a coupon', async () => {
    const wallet = await stack.call('regular-0001', 'shopper', 'wallet.read')
    expect(wallet).toMatchObject({ value: { principalFen: 30_000, bonusFen: 4_000 } })
    const held = await stack.call('regular-0001', 'shopper', 'coupons.list', { shelf: 'usable' })
    expect(held).toMatchObject({ value: { coupons: [{ worth: { zh: '¥20' } }] } })
    const { value } = (await stack.call('regular-0002', 'shopper', 'coupons.claimable')) as unknown as {
      value: { templates: object[] }
    }
    expect(value.templates).toHaveLength(3)
  })

  it('knows an old customer who has not joined, and nobody new', async () => {
    expect(await home('regular-0005')).toMatchObject({ value: { state: 'guest', known: { balances: {} } } })
    expect(await home('newcomer')).toMatchObject({ value: { state: 'guest', known: null } })
  })

  it.each([
    ['local-owner', 'owner'],
    ['local-clerk', 'clerk'],
  ])('%s works here as %s', async (openid, role) => {
    expect(await stack.call(openid, 'merchant', 'staff.me')).toEqual({ ok: true, value: { role } })
  })

  it('tells who can be somebody in it', async () => {
    const { body } = await stack.get('/local/people')
    expect(body).toMatchObject({
      people: [
        { openid: 'regular-0001', role: null },
        { openid: 'regular-0002', role: null },
        { openid: 'local-debtor', role: null },
        { openid: 'regular-0005', role: null },
        { openid: 'newcomer', role: null },
        { openid: 'local-owner', role: 'owner' },
        { openid: 'local-clerk', role: 'clerk' },
      ],
    })
  })
})

it('a world of an unknown name is refused before anything is begun', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'unknown-'))
  const started = startStack({ world: 'regulrs', dataDir: folder })
  await expect(started).rejects.toThrow(StackDidNotStart)
  await expect(started).rejects.toThrow(/no world is called "regulrs"; there are: regulars, empty/)
  const mended = await startStack({ world: 'empty', dataDir: folder })
  await mended.stop()
  await rm(folder, { recursive: true, force: true })
})
