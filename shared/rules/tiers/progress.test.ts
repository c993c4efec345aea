import { applyOrder } from './bought'
import { DEFAULT_PROGRAM } from './program'
import { tierProgress } from './progress'
import type { Standing } from './standardSpend'
import { firstTier } from './tierState'

const DAY = '2026-01-01'

const standing = (growth: number, fen: number, id = 'regular'): Standing => ({
  bought: fen === 0 ? [] : applyOrder([], { day: DAY, at: 0, imported: false, fromFen: null, toFen: fen }),
  growthDays: [{ day: DAY, gained: growth, counted: growth }],
  growthMode: { kind: 'allTime' },
  invitations: 0,
  tier: { ...firstTier(DEFAULT_PROGRAM, DAY), id },
})

test('tells each way up, the nearest first', () => {
  const progress = tierProgress(standing(4_200, 200_000, 'silver'), DEFAULT_PROGRAM, DAY)
  expect(progress.next?.id).toBe('gold')
  expect(progress.ways).toEqual([
    { measure: 'growth', have: 4_200, need: 5_000, missing: 800, progressBp: 8_400 },
    { measure: 'spend', have: 200_000, need: 500_000, missing: 300_000, progressBp: 4_000 },
  ])
})

test('the highest level has nothing above it', () => {
  expect(tierProgress(standing(60_000, 0, 'black'), DEFAULT_PROGRAM, DAY)).toMatchObject({
    next: null,
    ways: [],
  })
})

test('never shows a level as full before it is reached', () => {
  expect(tierProgress(standing(49_999, 0, 'diamond'), DEFAULT_PROGRAM, DAY).ways[0]?.progressBp).toBe(9_999)
})
