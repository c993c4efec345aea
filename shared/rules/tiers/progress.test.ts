import { NO_BALANCES, NO_SPEND } from '../account/account'
import { holds } from './evaluate'
import { tierProgress } from './progress'
import { DEFAULT_TIERS, type Condition } from './settings'

const standing = (growth: number, fen: number, tier = 'regular') => ({
  balances: { ...NO_BALANCES, growth },
  spend: { ...NO_SPEND, fen },
  tier: { id: tier, since: '2026-01-01' },
})

test('tells each way up, the nearest first', () => {
  const progress = tierProgress(standing(4_200, 200_000, 'silver'), DEFAULT_TIERS)
  expect(progress.next?.id).toBe('gold')
  expect(progress.ways).toEqual([
    { measure: 'growth', have: 4_200, need: 5_000, missing: 800, progressBp: 8_400 },
    { measure: 'spend', have: 200_000, need: 500_000, missing: 300_000, progressBp: 4_000 },
  ])
})

test('the highest level has nothing above it', () => {
  expect(tierProgress(standing(60_000, 0, 'black'), DEFAULT_TIERS)).toMatchObject({ next: null, ways: [] })
})

test('never shows a level as full before it is reached', () => {
  expect(tierProgress(standing(49_999, 0, 'diamond'), DEFAULT_TIERS).ways[0]?.progressBp).toBe(9_999)
})

test('conditions combine by all and by any', () => {
  const growth: Condition = { measure: 'growth', atLeast: 10 }
  const spend: Condition = { measure: 'spend', atLeast: 100 }
  expect(holds({ any: [growth, spend] }, standing(10, 0))).toBe(true)
  expect(holds({ all: [growth, spend] }, standing(10, 0))).toBe(false)
  expect(holds({ all: [growth, spend] }, standing(10, 100))).toBe(true)
  expect(holds({ any: [{ all: [growth, spend] }, { measure: 'spend', atLeast: 50 }] }, standing(0, 60))).toBe(
    true,
  )
})
