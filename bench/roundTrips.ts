import { median, rounded } from './quantile'
import { report } from './figure'
import type { Subject } from './load/subjects'
import type { BenchStack } from './stack/benchStack'

/** How long the gateway holds every request back while its fault `slow` is on. */
const SLOW_MS = 300
/** Settings are kept for five seconds: after six they are read again. */
const SETTINGS_GONE_MS = 6_000
const REPEATS = 3

const ACTIONS: Record<Subject, string> = { checkin: 'checkin.checkIn', home: 'home.read' }

/**
 * Counts what one call asks of the database. The gateway counts the requests. How many of them come one after another is
 * told by time: with every request held back by 300 ms, a call takes 300 ms longer for each step that waits for the one before.
 */
export async function measureRoundTrips(bench: BenchStack, subject: Subject): Promise<void> {
  for (const settings of ['warm', 'cold'] as const) {
    const plain: number[] = []
    const slow: number[] = []
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      plain.push(await timedCall(bench, subject, settings, false))
      slow.push(await timedCall(bench, subject, settings, true))
    }
    const { total, byAction } = await bench.stats()
    const reads = byAction['database.getDocument'] ?? 0
    const sequential = (median(slow) - median(plain)) / SLOW_MS
    const figure = {
      figure: `${subject}.database`,
      settings,
      calls: total,
      reads,
      writes: total - reads,
      sequentialRoundTrips: Math.round(sequential),
      sequentialMeasured: rounded(sequential, 2),
    }
    report(
      figure,
      `${subject}, settings ${settings}: ${total} database calls (${reads} read), ` +
        `${figure.sequentialRoundTrips} one after another`,
    )
  }
}

let members = 0

/** One call of somebody who has just joined; answers how long it took, and leaves its requests in the gateway's count. */
async function timedCall(
  bench: BenchStack,
  subject: Subject,
  settings: 'warm' | 'cold',
  slowly: boolean,
): Promise<number> {
  const { stack } = bench
  const openid = `counted-${++members}`
  await stack.call(openid, 'shopper', 'member.join', { consentVersion: '1' })
  // The idle instance that was used last is used next: whoever calls now finds the settings that this call read.
  await stack.call(openid, 'shopper', 'home.read')
  if (settings === 'cold') {
    const { body } = await stack.get('/local/clock')
    const later = Date.parse((body as { now: string }).now) + SETTINGS_GONE_MS
    await stack.post('/local/clock', { now: new Date(later).toISOString() })
  }
  await stack.post('/local/faults', { rules: slowly ? [{ fault: 'slow' }] : [] })
  await bench.resetStats()
  const startedAt = performance.now()
  const reply = await stack.call(openid, 'shopper', ACTIONS[subject])
  const tookMs = performance.now() - startedAt
  await stack.post('/local/faults', { rules: [] })
  if (!reply.ok) throw new Error(`${subject} was refused: ${reply.error.message}`)
  return tookMs
}
