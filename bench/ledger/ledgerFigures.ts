import type { InputOf, OutputOf } from '@shared/contracts'
import { slowly } from '../../scripts/build/slowly'
import { report } from '../figure'
import { median, quantile, rounded } from '../quantile'
import { openBenchStack, type BenchStack } from '../stack/benchStack'
import { addLongLedger } from './longLedger'

const OPENID = 'long-time-member'
const ENTRIES = 10_000
const PAGES = [1, 100] as const
const CLOCK = '2026-03-01T04:00:00Z'
const WARM_UP_READS = 30

type Input = InputOf<'points.ledger'>

interface Page {
  readonly number: number
  readonly input: Input
  readonly times: number[]
}

/** Measures the first and the hundredth page of a ledger of 10,000 entries, in turn: what each asks and how long it takes. */
export async function measureLedger(reads: number): Promise<void> {
  const bench = await openBenchStack({ clock: CLOCK })
  try {
    await slowly(`Making a ledger of ${ENTRIES} entries`, () => addLongLedger(bench, OPENID, ENTRIES))
    const pages = await pagesOf(bench)
    for (let read = 0; read < WARM_UP_READS + reads; read++) {
      for (const { input, times } of read % 2 === 0 ? pages : [...pages].reverse()) {
        const startedAt = performance.now()
        await readPage(bench, input)
        if (read >= WARM_UP_READS) times.push(performance.now() - startedAt)
      }
    }
    for (const page of pages) await tell(bench, page, pages[0]!)
  } finally {
    await bench.close()
  }
}

/** Goes from page to page, as people do, to those that are measured. */
async function pagesOf(bench: BenchStack): Promise<Page[]> {
  const pages: Page[] = []
  let input: Input = {}
  for (let number = 1; number <= Math.max(...PAGES); number++) {
    if (PAGES.some((wanted) => wanted === number)) pages.push({ number, input, times: [] })
    const { nextCursor } = await readPage(bench, input)
    if (nextCursor === null) throw new Error(`the ledger ended with page ${number}`)
    input = { cursor: nextCursor }
  }
  return pages
}

async function readPage({ stack }: BenchStack, input: Input): Promise<OutputOf<'points.ledger'>> {
  const reply = await stack.call(OPENID, 'shopper', 'points.ledger', input)
  if (!reply.ok) throw new Error(`the ledger was refused: ${reply.error.message}`)
  return reply.value as OutputOf<'points.ledger'>
}

async function tell(bench: BenchStack, { number, input, times }: Page, first: Page): Promise<void> {
  // Twice: the first read may have to read the settings again.
  await readPage(bench, input)
  await bench.resetStats()
  await readPage(bench, input)
  const { total, documentsRead } = await bench.stats()
  const figure = {
    figure: 'ledger.page',
    entries: ENTRIES,
    page: number,
    calls: total,
    documentsRead: Object.values(documentsRead).reduce((sum, documents) => sum + documents, 0),
    p50Ms: rounded(median(times), 2),
    p99Ms: rounded(quantile(times, 0.99), 2),
    ofFirst: rounded(median(times.map((ms, read) => ms / first.times[read]!)), 3),
  }
  report(
    figure,
    `page ${number} of a ledger of ${ENTRIES} entries: ${total} database calls, ${figure.documentsRead} documents ` +
      `read, ${figure.p50Ms} ms, ${figure.ofFirst} times the first page's`,
  )
}
