import { isDeepStrictEqual } from 'node:util'
import { slowly } from '../../scripts/build/slowly'
import { isRefused, loadIntakeClient } from '../../tests/support/intakeClient'
import { mallHistory, shuffled, type ToldEvent } from '../../tests/support/intakeEvents'
import { intakeState } from '../../tests/support/intakeState'
import { report } from '../figure'
import { processorMs } from '../load/processorTime'
import { rounded } from '../quantile'
import { openBenchStack, type BenchStack } from '../stack/benchStack'

const OWNER = 'bench-owner'
const CLOCK = '2026-06-01T04:00:00Z'
const CUSTOMERS_PER_EVENT = 0.1
const AGAIN_PER_EVENT = 0.25

/**
 * Measures how fast orders and refunds are taken in over HTTP, a thousand a request, one request after another: in the
 * sequence in which they happened, and shuffled with a quarter of them told again. Throws unless both end in one state.
 */
export async function measureIntake(events: number): Promise<void> {
  const bench = await slowly('Starting a shop', () => openBenchStack({ clock: CLOCK }))
  try {
    await bench.stack.post('/local/staff', { openid: OWNER, role: 'owner' })
    const history = mallHistory(events, Math.ceil(events * CUSTOMERS_PER_EVENT), Date.parse(CLOCK), 7)
    await measure(bench, 'clean', history)
    await measure(bench, 'mixed', shuffled(history, Math.floor(events * AGAIN_PER_EVENT), 11))
    const [clean, mixed] = [await intakeState(bench.cloud, 'clean'), await intakeState(bench.cloud, 'mixed')]
    if (!isDeepStrictEqual(clean, mixed)) throw new Error('the shuffled events ended in another state')
    console.error(
      `${clean.orders.length} orders of ${clean.members.length} members: one state, whatever the sequence`,
    )
  } finally {
    await bench.close()
  }
}

async function measure(bench: BenchStack, source: string, told: readonly ToldEvent[]): Promise<void> {
  const { tell } = await loadIntakeClient()
  const made = await bench.stack.call(OWNER, 'merchant', 'intakeKeys.create', { source })
  if (!made.ok) throw new Error(made.error.message)
  const { id: keyId, secret } = made.value as { id: string; secret: string }
  const shop = { url: `${bench.stack.url}/http/orderIntake`, keyId, secret }
  await bench.resetStats()
  const cpuBefore = processorMs(bench.stack.pid) ?? NaN
  const startedAt = performance.now()
  const results = await tell(shop, told, await shopClock(bench))
  const ms = performance.now() - startedAt
  const cpuMs = (processorMs(bench.stack.pid) ?? NaN) - cpuBefore
  const refused = results.find(isRefused)
  if (refused) throw new Error(`an event was refused: ${JSON.stringify(refused)}`)
  const figure = {
    figure: 'orderIntake',
    sequence: source,
    events: told.length,
    eventsPerSecond: rounded((told.length / ms) * 1_000, 0),
    cpuMs: rounded(cpuMs, 0),
    calls: (await bench.stats()).total,
  }
  report(
    figure,
    `${told.length} events, ${source}: ${figure.eventsPerSecond} a second ` +
      `(${figure.cpuMs} ms of processors), ${figure.calls} database calls`,
  )
}

/** The shop's time, which a client's clock is to be near. */
async function shopClock({ stack }: BenchStack): Promise<() => number> {
  const { body } = await stack.get('/local/clock')
  const off = Date.parse((body as { now: string }).now) - Date.now()
  return () => Date.now() + off
}
