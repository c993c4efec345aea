import { rankOf, tierFace, type TierFace } from './face'
import type { TierProgram } from './program'
import type { Standing } from './standardSpend'
import { nextLevel } from './waysUp'

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
export function tierProgress(standing: Standing, program: TierProgram, today: string): TierProgress {
  const rank = rankOf(program, standing.tier.id)
  const next = nextLevel(standing, program, today)
  const parts = (next?.ways ?? []).flatMap((way) => (way.of === 'earned' ? way.parts : []))
  return {
    current: tierFace(program, rank),
    since: standing.tier.since,
    next: next ? tierFace(program, rank + 1) : null,
    ways: parts.flatMap(({ measure, ...part }) =>
      (measure === 'growth' || measure === 'spend') && part.missing > 0 ? [{ measure, ...part }] : [],
    ),
  }
}
