import { ratioBp } from '@shared/kernel/rate'
import { leaves, measured, rankOf, type Standing } from './evaluate'
import type { TierLevel, TierSettings } from './settings'

/** A level as people see it. */
export interface TierFace {
  id: string
  name: TierLevel['name']
  rank: number
  material: TierLevel['material']
}

/** How far one way up is; growth points or fen by `measure`. */
export interface WayUp {
  measure: 'growth' | 'spend'
  have: number
  need: number
  missing: number
  progressBp: number
}

export interface TierProgress {
  current: TierFace
  since: string
  next: TierFace | null
  ways: WayUp[]
}

/** Where the member stands and each way to the next level, the nearest first. */
export function tierProgress(
  standing: Standing & { tier: { id: string; since: string } },
  settings: TierSettings,
): TierProgress {
  const rank = rankOf(settings, standing.tier.id)
  const next = settings.levels[rank + 1]
  const ways = (next?.condition ? leaves(next.condition) : [])
    .map((leaf) => wayUp(leaf.measure, measured(leaf.measure, standing), leaf.atLeast))
    .filter((way) => way.missing > 0)
    .sort((a, b) => b.progressBp - a.progressBp)
  return {
    current: tierFace(settings, rank),
    since: standing.tier.since,
    next: next ? tierFace(settings, rank + 1) : null,
    ways,
  }
}

export function tierFace(settings: TierSettings, rank: number): TierFace {
  const level = settings.levels[rank]
  if (!level) throw new Error(`there is no tier of rank ${rank}`)
  return { id: level.id, name: level.name, rank, material: level.material }
}

function wayUp(measure: WayUp['measure'], have: number, need: number): WayUp {
  return { measure, have, need, missing: need - have, progressBp: Math.min(ratioBp(have, need), 9_999) }
}
