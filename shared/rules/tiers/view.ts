import type { Day } from '@shared/kernel/day'
import { rankOf, tierFace, type TierFace } from './face'
import { tierUntil } from './judge'
import { keeping, type Keeping } from './keeping'
import { isOn, type Level, type SpendPeriod, type TierProgram } from './program'
import type { Standing } from './standardSpend'
import type { TierSource } from './tierState'
import { nextLevel, waysTo, type EarnedWay, type PaidWay } from './waysUp'

/** A condition of many groups has more ways than anybody reads; the nearest are told. */
const MOST_WAYS = 6

export type Way = EarnedWay | PaidWay

/** Which orders count together: each for itself, or the sum of those of a period. */
export type SpendOf = 'eachOrder' | SpendPeriod['of']

/** A member's level as people see it; nothing of it while the levels are off. */
export type TierView = { isOn: false } | TierStanding

export interface TierStanding {
  isOn: true
  current: TierFace
  since: Day
  /** The last day of the level that holds; null for no end. */
  until: Day | null
  by: TierSource
  next: NextView | null
  keeping: KeepingView | null
}

interface NextView {
  face: TierFace
  /** The nearest first, paying last. */
  ways: Way[]
  /** The first day whose orders count; null when all do. */
  countsFrom: Day | null
  standard: SpendOf
}

interface KeepingView extends Pick<Keeping, 'until' | 'keptUntil'> {
  /** The level that was earned: the one that holds, unless a paid one or one given by the store does. */
  face: TierFace
  ways: Keeping['ways'][number][]
  /** The level after the term as things stand. */
  otherwise: TierFace
}

/** Where a member stands, the way to the next level, and what keeps this one. */
export function tierView(standing: Standing, program: TierProgram, today: Day): TierView {
  if (!isOn(program)) return { isOn: false }
  const { tier } = standing
  const face = (levelId: string) => tierFace(program, rankOf(program, levelId))
  const next = nextLevel(standing, program, today)
  const kept = keeping(standing, program)
  return {
    isOn: true,
    current: face(tier.id),
    since: tier.since,
    until: tierUntil(tier, program),
    by: tier.by,
    next: next && {
      face: face(next.level.id),
      ways: nearest(next.ways),
      countsFrom: next.countsFrom,
      standard: spendOf(program),
    },
    keeping: kept && {
      face: face(kept.levelId),
      until: kept.until,
      ways: [...kept.ways],
      keptUntil: kept.keptUntil,
      otherwise: face(kept.otherwise),
    },
  }
}

/** The nearest ways to a level from where a member stands. */
export function nearestWays(level: Level, standing: Standing, program: TierProgram, today: Day): Way[] {
  return nearest(waysTo(level, standing, program, today))
}

function nearest(ways: readonly Way[]): Way[] {
  const earned = ways.filter(({ of }) => of === 'earned')
  return [...earned.slice(0, MOST_WAYS), ...ways.slice(earned.length)]
}

export function spendOf({ standard }: TierProgram): SpendOf {
  return standard.of === 'eachOrder' ? 'eachOrder' : standard.period.of
}
