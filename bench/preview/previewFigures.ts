import type { InputOf, OutputOf } from '@shared/contracts'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf, type TierRules } from '@shared/rules/tiers/tierRules'
import { slowly } from '../../scripts/build/slowly'
import { HISTORY_FILE } from '../../tests/support/realHistory'
import { report } from '../figure'
import { processorMs } from '../load/processorTime'
import { median, rounded } from '../quantile'
import { openShopWithHistory, type ShopWithHistory } from './shopWithHistory'

const OWNER = 'bench-owner'
const MOST_RUNS = 30

/**
 * Measures what looking at a change of thresholds takes in a shop of 23,544 members, and what judging all of them again
 * takes after it: with thresholds at which most stay, and with a validity that gives everybody above the lowest level an end.
 */
export async function measurePreview(rounds: number): Promise<void> {
  const shop = await slowly('Booking a history', openShopWithHistory)
  try {
    await shop.bench.stack.post('/local/staff', { openid: OWNER, role: 'owner' })
    await measurePreviews(shop, rounds)
    const changed = thresholds(1)
    await measureRecalculation(shop, 'thresholds', changed, 0)
    await measureRecalculation(
      shop,
      'validity',
      { ...changed, standard: LAST_YEAR, validity: { of: 'calendarYear' } },
      1,
    )
  } finally {
    await shop.close()
  }
}

const LAST_YEAR: TierRules['standard'] = {
  of: 'total',
  period: { of: 'window', length: { of: 'months', months: 12 } },
}

/** Levels from 150, 500, 1,200, 4,000 and 10,000 yuan, and a little more with each round: no answer is another one's. */
function thresholds(round: number): TierRules {
  const yuan = [150, 500, 1_200, 4_000, 10_000]
  const rules = rulesOf(DEFAULT_PROGRAM)
  const levels = rules.levels.map((level, rank) => ({
    ...level,
    condition:
      rank === 0 ? null : { measure: 'spend' as const, atLeast: ((yuan[rank - 1] ?? 0) + round) * 100 },
  }))
  return { ...rules, levels }
}

async function measurePreviews(shop: ShopWithHistory, rounds: number): Promise<void> {
  const first = await measured(shop, () => ask(shop, 'tiers.preview', { tiers: thresholds(100) }))
  const others: Measured<OutputOf<'tiers.preview'>>[] = []
  for (let round = 0; round < rounds; round++)
    others.push(await measured(shop, () => ask(shop, 'tiers.preview', { tiers: thresholds(round) })))
  const { value, calls } = first
  const figure = {
    figure: 'tiers.preview',
    members: value.members,
    moved: value.cells.reduce((sum, { kind, members }) => sum + (kind === 'stay' ? 0 : members), 0),
    firstMs: rounded(first.ms, 0),
    ms: rounded(median(others.map(({ ms }) => ms)), 0),
    cpuMs: rounded(median(others.map(({ cpuMs }) => cpuMs)), 0),
    calls,
  }
  report(
    figure,
    `a preview over ${figure.members} members: ${figure.firstMs} ms the first time, then ${figure.ms} ms ` +
      `(${figure.cpuMs} ms of processors), ${calls} database calls`,
  )
}

async function measureRecalculation(
  shop: ShopWithHistory,
  change: string,
  value: TierRules,
  expectedVersion: number,
): Promise<void> {
  await ask(shop, 'settings.save', { topic: 'tiers', expectedVersion, value })
  let runs = 0
  const { ms, cpuMs, calls } = await measured(shop, async () => {
    for (; runs < MOST_RUNS; runs++) {
      await aMinuteLater(shop)
      const { left } = await ask(shop, 'tiers.recalculation', {})
      if (left === 0) return
    }
    throw new Error('the recalculation never came to its end')
  })
  const figure = {
    figure: 'tiers.recalculation',
    change,
    members: shop.members,
    history: HISTORY_FILE ? 'real' : 'made up',
    runs: runs + 1,
    ms: rounded(ms, 0),
    cpuMs: rounded(cpuMs, 0),
    calls,
  }
  report(
    figure,
    `judging ${shop.members} members again after a change of ${change}: ${figure.ms} ms ` +
      `(${figure.cpuMs} ms of processors) in ${figure.runs} runs, ${calls} database calls`,
  )
}

/** By the turned clock, with its timers: no function goes on with settings that it knew. */
async function aMinuteLater({ bench }: ShopWithHistory): Promise<void> {
  const { body } = await bench.stack.get('/local/clock')
  const now = Date.parse((body as { now: string }).now) + 60_000
  await bench.stack.post('/local/clock', { now: new Date(now).toISOString() })
}

interface Measured<T> {
  readonly value: T
  readonly ms: number
  readonly cpuMs: number
  readonly calls: number
}

async function measured<T>({ bench }: ShopWithHistory, work: () => Promise<T>): Promise<Measured<T>> {
  await bench.resetStats()
  const cpuBefore = processorMs(bench.stack.pid) ?? NaN
  const startedAt = performance.now()
  const value = await work()
  const ms = performance.now() - startedAt
  const cpuMs = (processorMs(bench.stack.pid) ?? NaN) - cpuBefore
  return { value, ms, cpuMs, calls: (await bench.stats()).total }
}

async function ask<N extends 'tiers.preview' | 'tiers.recalculation' | 'settings.save'>(
  { bench }: ShopWithHistory,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const answer = await bench.stack.call(OWNER, 'merchant', name, input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as OutputOf<N>
}
