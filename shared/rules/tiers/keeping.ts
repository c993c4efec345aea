import { addDays, type Day } from '@shared/kernel/day'
import { earnedUntil } from './earned'
import { waysToKeep, type WayToKeep } from './lockIn'
import { isOn, levelAt, rankIn, type TierProgram } from './program'
import { measuresNow, rankEarned, type Standing } from './standardSpend'
import { after } from './validity'

/** What keeps the earned level, and what it is worth: until when, how much more, and what comes otherwise. */
export interface Keeping {
  readonly levelId: string
  /** The last day of the present term. */
  readonly until: Day
  /** Each way to keep it by lock-in, the one that lacks least first; none without lock-in. */
  readonly ways: readonly (WayToKeep & { readonly missingFen: number })[]
  /** The last day if it is kept by lock-in; null without lock-in. */
  readonly keptUntil: Day | null
  /** The level that the member would have after the term as things stand, lock-in counted. */
  readonly otherwise: string
}

/** What keeps the level that a member has earned; null for one without end, and while the levels are off. */
export function keeping(standing: Standing, program: TierProgram): Keeping | null {
  const { earned } = standing.tier
  const rank = rankIn(program, earned.levelId)
  const until = isOn(program) && rank > 0 ? earnedUntil(earned, program) : null
  if (until === null) return null
  const ways = waysToKeep(standing, program, earned, levelAt(program, rank), until)
    .map((way) => ({ ...way, missingFen: Math.max(0, way.needFen - way.haveFen) }))
    .sort((a, b) => a.missingFen - b.missingFen)
  const isKept = ways.some(({ missingFen }) => missingFen === 0)
  const next = rankEarned(program, measuresNow(standing, program, earned.term, addDays(until, 1)))
  return {
    levelId: earned.levelId,
    until,
    ways,
    keptUntil: program.lockIn && ways.length > 0 ? after(until, program.lockIn.extension) : null,
    otherwise: isKept ? earned.levelId : levelAt(program, next).id,
  }
}
