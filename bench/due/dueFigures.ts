import { slowly } from '../../scripts/build/slowly'
import { report } from '../figure'
import { processorMs } from '../load/processorTime'
import { median, rounded } from '../quantile'
import { openShopWithMembers, type ShopWithMembers } from './shopWithMembers'

const DUE = 1_000
const MEMBERS = [2_000, 20_000, 200_000] as const

interface Run {
  readonly ms: number
  readonly cpuMs: number
  readonly documentsRead: number
  readonly calls: number
}

/**
 * Measures what it costs to do what is due for 1,000 members of small and large shops: one run of the hourly timer each.
 * Runs of the shops alternate, so that whatever else the machine does falls on all of them.
 */
export async function measureDueWork(rounds: number): Promise<void> {
  const shops: ShopWithMembers[] = []
  try {
    for (const members of MEMBERS)
      shops.push(await slowly(`Making ${members} members`, () => openShopWithMembers(members, DUE)))
    const runs = new Map<ShopWithMembers, Run[]>(shops.map((shop) => [shop, []]))
    // The first round starts instances and fills caches.
    for (let round = 0; round <= rounds; round++) {
      for (const shop of round % 2 === 0 ? shops : [...shops].reverse()) {
        const run = await settleDue(shop)
        if (round > 0) runs.get(shop)?.push(run)
      }
    }
    const [smallest] = shops
    const base = (smallest && runs.get(smallest)) ?? []
    for (const shop of shops) tell(shop.members, runs.get(shop) ?? [], base)
  } finally {
    for (const shop of shops) await shop.close()
  }
}

/** One run of the timer with 1,000 members due. Throws when it did not do what was due. */
async function settleDue(shop: ShopWithMembers): Promise<Run> {
  const { bench } = shop
  await shop.makeDue()
  await bench.resetStats()
  const cpuBefore = processorMs(bench.stack.pid) ?? NaN
  const startedAt = performance.now()
  const { body } = await bench.stack.post('/local/timers/hourly', {})
  const ms = performance.now() - startedAt
  const cpuMs = (processorMs(bench.stack.pid) ?? NaN) - cpuBefore
  const { result } = body as { result?: { value?: { settleDue?: { members?: number } } } }
  if (result?.value?.settleDue?.members !== DUE)
    throw new Error(`the hourly timer answered ${JSON.stringify(body)}`)
  const { documentsRead, total } = await bench.stats()
  return { ms, cpuMs, documentsRead: documentsRead.members ?? 0, calls: total }
}

function tell(members: number, runs: readonly Run[], base: readonly Run[]): void {
  const ratios = runs.map(({ ms }, round) => ms / base[round]!.ms)
  const figure = {
    figure: 'due.settle',
    members,
    due: DUE,
    documentsReadEach: rounded(Math.max(...runs.map((run) => run.documentsRead)) / DUE, 3),
    callsEach: rounded(Math.max(...runs.map((run) => run.calls)) / DUE, 3),
    msEach: rounded(median(runs.map(({ ms }) => ms)) / DUE, 3),
    ofSmallest: rounded(median(ratios), 3),
    ofSmallestRounds: ratios.map((ratio) => rounded(ratio, 3)),
    ...cpuEach(runs, base),
  }
  report(
    figure,
    `${DUE} due among ${members} members: ${figure.documentsReadEach} documents read for each, ` +
      `${figure.msEach} ms each, ${figure.ofSmallest} times the smallest shop's`,
  )
}

/** Processor time of the whole stack: it hardly moves when others are busy on the machine. */
function cpuEach(runs: readonly Run[], base: readonly Run[]) {
  const cpuMs = median(runs.map((run) => run.cpuMs))
  if (Number.isNaN(cpuMs)) return {}
  const ofSmallestCpu = cpuMs / median(base.map((run) => run.cpuMs))
  return { cpuMsEach: rounded(cpuMs / DUE, 3), ofSmallestCpu: rounded(ofSmallestCpu, 3) }
}
