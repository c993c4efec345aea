import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as passTime } from 'node:timers/promises'
import type { IdentifiedRow } from '@shared/rules/orders/orderRow'
import { withIds } from '@shared/rules/orders/rowIds'
import { generateHistory } from '../../local/worlds/history'
import { musicShop } from '../../local/worlds/musicShop'
import { randomOf } from '../../local/worlds/random'
import { batchSender } from '../../scripts/import/batchSender'
import { enterShop } from '../../scripts/import/enterShop'
import { importOrders, type SendBatch } from '../../scripts/import/importOrders'
import { readOrders } from '../../scripts/import/readOrders'
import { startStack, type RunningStack } from '../support/startStack'
import { auditAll } from './auditAll'
import { customersOf, sumFen } from './historyFile'

const KILLS = 20
/** A real history to be killed over instead of a generated one: half an hour rather than a minute or two. */
const REAL = process.env.CHANGKE_KILL_HISTORY
const BATCH_ROWS = REAL ? 500 : 40
/** A batch is under way for about this long, so a kill falls anywhere in it. */
const WITHIN_MS = REAL ? 600 : 80

jest.setTimeout(REAL ? 3_600_000 : 300_000)

async function ordersToImport(): Promise<readonly IdentifiedRow[]> {
  if (!REAL) return withIds(generateHistory(musicShop(9, 900)))
  const read = await readOrders(createReadStream(REAL), '2999-12-31')
  if (!read.ok) throw new Error(read.error.code)
  return read.value.orders
}

/** Resolves when so many batches were sent, and a moment after: in the middle of one, as likely as not. */
function watched(
  send: SendBatch,
  batches: number,
  thenMs: number,
): { send: SendBatch; reached: Promise<void> } {
  let sent = 0
  let reach: () => void
  const reached = new Promise<void>((resolve) => (reach = resolve)).then(() => passTime(thenMs))
  return {
    reached,
    send: (rows) => {
      if (++sent === batches) reach()
      return send(rows)
    },
  }
}

it(`kill -9 of the whole stack ${KILLS} times in the middle of an import: the totals are exact, the books hold`, async () => {
  const orders = await ordersToImport()
  const random = randomOf(1)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'killed-'))
  const source = 'history'
  let stack: RunningStack = await startStack({ dataDir })
  const port = Number(new URL(stack.url).port)
  const door = { baseUrl: stack.url, openid: 'local-owner' }
  await enterShop(door)

  // Each kill comes some batches after what the one before left, so that the twenty spread over the whole history.
  const batches = Math.ceil(orders.length / BATCH_ROWS)
  let cut = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    const stop = new AbortController()
    const sender = batchSender(door, source, { patienceMs: 60_000, signal: stop.signal })
    const target = Math.max(1, Math.floor((batches * kill) / (KILLS + 1)))
    const { send, reached } = watched(sender, target, random.next() * WITHIN_MS)
    const running = importOrders(orders, send, { batchRows: BATCH_ROWS, signal: stop.signal })
    const outcome = running.then(
      () => 'complete',
      () => 'cut',
    )
    await reached
    await stack.kill9()
    stop.abort()
    if ((await outcome) === 'cut') cut++
    stack = await startStack({ dataDir, port })
  }
  // Most kills must have fallen into a batch, or this shows nothing.
  expect(cut).toBeGreaterThan(KILLS / 2)

  const beforeLast = await auditAll(stack)
  expect(beforeLast.differences).toEqual([])
  const last = await importOrders(orders, batchSender(door, source, { patienceMs: 60_000 }))
  expect(last).toMatchObject({ imported: orders.length - beforeLast.orders, alreadyIn: beforeLast.orders })
  expect(await auditAll(stack)).toEqual({
    members: customersOf(orders),
    orders: orders.length,
    ordersFen: sumFen(orders),
    differences: [],
  })
  await stack.stop()
  await rm(dataDir, { recursive: true, force: true })
})
