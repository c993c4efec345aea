import type { Day } from '@shared/kernel/day'
import { keeping, type Keeping } from './keeping'
import { tierUntil } from './judge'
import { isOn, levelAt, rankIn, type Level, type SpendPeriod, type TierProgram } from './program'
import type { Standing } from './standardSpend'
import type { TierSource } from './tierState'
import { nextLevel, waysTo, type EarnedWay, type PaidWay } from './waysUp'

/** A condition of many groups has more ways than anybody reads; the nearest are told. */
const MOST_WAYS = 6

export type Way = EarnedWay | PaidWay

/** Which orders count together: each for itself, or the sum of those of a period. */
export type SpendOf = 'eachOrder' | SpendPeriod['of']

/** A level as people see it. */
export interface LevelFace extends Pick<Level, 'id' | 'name' | 'material' | 'color' | 'icon'> {
  readonly rank: number
}

/** A member's level as people see it; nothing of it while the levels are off. */
export type TierView = { isOn: false } | TierStanding

export interface TierStanding {
  isOn: true
  current: LevelFace
  since: Day
  /** The last day of the level that holds; null for no end. */
  until: Day | null
  by: TierSource
  next: NextView | null
  keeping: KeepingView | null
}

interface NextView {
  face: LevelFace
  /** The nearest first, paying last. */
  ways: Way[]
  /** The first day whose orders count; null when all do. */
  countsFrom: Day | null
  standard: SpendOf
}

interface KeepingView extends Pick<Keeping, 'until' | 'keptUntil'> {
  /** The level that was earned: the one that holds, unless a paid one or one given by the store does. */
  face: LevelFace
  ways: Keeping['ways'][number][]
  /** The level after the term as things stand. */
  otherwise: LevelFace
}

/** Where a member stands, the way to the next level, and what keeps this one. */
export function tierView(standing: Standing, program: TierProgram, today: Day): TierView {
  if (!isOn(program)) return { isOn: false }
  const { tier } = standing
  const face = (levelId: string) => faceOf(program, levelId)
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

/** A level by its id; one that is no longer there is seen as the lowest, until the member is judged again. */
export function faceOf(program: TierProgram, levelId: string): LevelFace {
  const rank = Math.max(0, rankIn(program, levelId))
  const { id, name, material, color, icon } = levelAt(program, rank)
  return { id, name, rank, material, color, icon }
}
