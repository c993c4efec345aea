import { addDays, type Day } from '@shared/kernel/day'
import { applyGrowthDays, type GrowthDay } from '../growth/days'
import type { GrowthMode } from '../growth/window'
import { judge } from './judge'
import { DEFAULT_PROGRAM } from './program'
import type { Standing } from './standardSpend'
import { firstTier } from './tierState'

const START = '2026-01-05'
const rolling = (windowDays: number): GrowthMode => ({ kind: 'rolling', windowDays })

function stamped(growthDays: readonly GrowthDay[], day: Day, growth: number): readonly GrowthDay[] {
  return applyGrowthDays(growthDays, [{ day, gained: growth, counted: growth }])
}

/** Somebody who reached Silver by the growth of one day, under a window of so many days. */
function silver(windowDays = 30): Standing {
  const standing: Standing = {
    seq: 0,
    bought: [],
    growthDays: stamped([], START, 1_000),
    growthMode: rolling(windowDays),
    invitations: 0,
    tier: firstTier(DEFAULT_PROGRAM, START),
  }
  const { tier } = judge(standing, DEFAULT_PROGRAM, { today: START, at: 1 })
  expect(tier.id).toBe('silver')
  return { ...standing, tier }
}

const levelOn = (standing: Standing, today: Day) => judge(standing, DEFAULT_PROGRAM, { today, at: 2 }).tier.id

test('growth that has left the window takes nothing of a level that it earned', () => {
  expect(levelOn(silver(), addDays(START, 100))).toBe('silver')
})

test('nor does growth so old that its day is not told apart any more', () => {
  const later = addDays(START, 1_000)
  const { growthDays, ...standing } = silver()
  expect(levelOn({ ...standing, growthDays: stamped(growthDays, later, 1) }, later)).toBe('silver')
})

test('nor does a past day that comes in after newer growth has pushed the old together', () => {
  const { growthDays, ...standing } = silver()
  const newer = stamped(growthDays, addDays(START, 1_000), 1)
  const late = stamped(newer, addDays(START, 400), 1)
  expect(levelOn({ ...standing, growthDays: late }, addDays(START, 400))).toBe('silver')
})

test('other rules of growth take no ground away, nor make it bear more', () => {
  const standing = silver(30)
  const before = stamped(standing.growthDays, addDays(START, -40), 9_000)
  const later = addDays(START, 60)
  expect(
    levelOn({ ...standing, growthMode: { kind: 'reset', everyMonths: 1, from: '2026-01-06' } }, later),
  ).toBe('silver')
  expect(levelOn({ ...standing, growthDays: before, growthMode: rolling(60) }, later)).toBe('silver')
})

test('a refund of that growth does', () => {
  const { growthDays, ...standing } = silver()
  const refunded = applyGrowthDays(growthDays, [{ day: START, gained: -900, counted: -900 }])
  expect(levelOn({ ...standing, growthDays: refunded }, addDays(START, 3))).toBe('regular')
})
