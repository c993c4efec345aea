import { addDays, type Day } from '@shared/kernel/day'
import { LONG_AGO } from '../growth/days'
import { LONGEST_WINDOW_DAYS } from '../growth/settings'
import { countsFrom } from '../growth/window'
import { longAgoUntil } from './bought'
import type { Cause } from './cause'
import { metIn, type Measures } from './conditions'
import { keptBy, waysToKeep } from './lockIn'
import { levelAt, rankIn, refundsLower, type TierProgram } from './program'
import { measuresAt, measuresNow, rankEarned, type Standing } from './standardSpend'
import { markOf, type Climb, type EarnedTier, type Mark } from './tierState'
import { after, lastDayOf, putOff } from './validity'

/** The moment of a judgement. */
export interface Moment {
  readonly today: Day
  readonly at: number
}

/** The earned level after a judgement; the cause is null when nothing happened to it. */
export interface EarnedStep {
  readonly earned: EarnedTier
  readonly cause: Cause | null
}

/**
 * Judges the level that a member has earned, by what they did and the day. Up at once, to the highest level earned. Down
 * at once only where the ground it was reached on is gone (a refund, where refunds lower) or the rules are new; else at
 * the end of its term, where lock-in comes first.
 */
export function judgeEarned(standing: Standing, program: TierProgram, moment: Moment): EarnedStep {
  const { tier } = standing
  const isNew = tier.version < program.version
  const earned = isNew ? underNewValidity(tier.earned, program) : tier.earned
  const rank = rankIn(program, earned.levelId)
  const again = isNew || refundsLower(program)
  const climbs = again ? climbsOnGround(standing, program, earned, moment.today) : earned.climbs
  const top = climbs.at(-1)
  const held = again ? Math.max(0, top ? rankIn(program, top.levelId) : 0) : rank
  const measures = measuresNow(standing, program, top?.mark ?? earned.base, moment.today)
  const reached = rankEarned(program, measures)
  const mark = markOf(standing.bought, standing.seq, moment.today, moment.at)
  const climbTo = (to: number): Climb => ({
    levelId: levelAt(program, to).id,
    mark,
    growthMode: standing.growthMode,
  })
  const all = reached > held ? [...climbs, climbTo(reached)] : climbs
  const target = Math.max(held, reached)
  if (target !== rank) {
    const { condition } = levelAt(program, target)
    const ground = reached === target ? measures : groundOf(standing, program, earned.base, climbs)
    const met = condition && ground ? metIn(condition, ground) : []
    return {
      earned: onLevel(program, target, earned.base, all, mark),
      cause: causeOf(rank, target, met, reached === target, standing, program),
    }
  }
  const lastDay = earnedUntil(earned, program)
  if (lastDay !== null && lastDay < moment.today)
    return endOfTerm(standing, program, { ...earned, climbs: all }, lastDay, mark)
  return { earned: all === earned.climbs ? earned : { ...earned, climbs: all }, cause: null }
}

/** The last day of an earned level, time at which the levels were off not counted; null for one without end. */
export function earnedUntil({ term, since, until }: EarnedTier, { pauses }: TierProgram): Day | null {
  return putOff(term?.day ?? since, until, pauses)
}

function causeOf(
  rank: number,
  target: number,
  met: Extract<Cause, { of: 'reached' }>['met'],
  isReached: boolean,
  { tier }: Standing,
  program: TierProgram,
): Cause {
  if (rank < 0) return { of: 'levelDeleted' }
  const isNew = tier.version < program.version
  // A past order that came in late may bear a level that was climbed before it.
  if (target > rank && met.length > 0 && (isReached || !isNew)) return { of: 'reached', met }
  return isNew ? { of: 'settings', version: program.version } : { of: 'refund' }
}

/** What counted at the last climb, by what is left of it; null where nothing was climbed. */
function groundOf(
  standing: Standing,
  program: TierProgram,
  base: Mark | null,
  climbs: readonly Climb[],
): Measures | null {
  const top = climbs.at(-1)
  if (!top) return null
  const { mark, growthMode } = top
  return measuresAt({ ...standing, growthMode }, program, climbs.at(-2)?.mark ?? base, mark)
}

/**
 * The climbs whose ground still bears a level, each with the level that it bears by what is left and today's rules.
 * Ground so old that its days are not told apart any more is taken as sound.
 */
function climbsOnGround(
  standing: Standing,
  program: TierProgram,
  { base, climbs }: EarnedTier,
  today: Day,
): readonly Climb[] {
  const standingOn: Climb[] = []
  let rank = 0
  for (const { levelId, mark, growthMode } of climbs) {
    const then = { ...standing, growthMode }
    const from = standingOn.at(-1)?.mark ?? base
    const borne = isLongAgo(then, mark, today)
      ? rankIn(program, levelId)
      : rankEarned(program, measuresAt(then, program, from, mark))
    if (borne <= rank) continue
    standingOn.push({ levelId: levelAt(program, borne).id, mark, growthMode })
    rank = borne
  }
  const isSame =
    standingOn.length === climbs.length &&
    standingOn.every(({ levelId }, i) => levelId === climbs[i]?.levelId)
  return isSame ? climbs : standingOn
}

/** True where what counted at a mark can't be told any more, since its days are kept as one. */
function isLongAgo({ bought, growthDays, growthMode }: Standing, { day }: Mark, today: Day): boolean {
  const boughtUntil = longAgoUntil(bought)
  if (boughtUntil !== null && day <= boughtUntil) return true
  const from = countsFrom(growthMode, day)
  const isGathered = growthDays.some((each) => each.day === LONG_AGO)
  return isGathered && from !== null && from <= addDays(today, -LONGEST_WINDOW_DAYS)
}

/**
 * A term that has run out. What keeps the level extends it; otherwise the level is the one that is earned now, where
 * spend starts over at an upgrade by what was bought in this term: what has earned one term earns no second.
 */
function endOfTerm(
  standing: Standing,
  program: TierProgram,
  earned: EarnedTier,
  lastDay: Day,
  mark: Mark,
): EarnedStep {
  const rank = rankIn(program, earned.levelId)
  const way = keptBy(waysToKeep(standing, program, earned, levelAt(program, rank), lastDay))
  if (way && program.lockIn) {
    // A term that new rules ended in the past is extended from now on.
    const yesterday = addDays(mark.day, -1)
    const until = after(lastDay < yesterday ? yesterday : lastDay, program.lockIn.extension)
    return { earned: { ...earned, until, term: mark, isKept: true }, cause: { of: 'lockIn', way } }
  }
  const target = rankEarned(program, measuresNow(standing, program, earned.term, mark.day))
  const next = onLevel(
    program,
    target,
    target === 0 ? mark : earned.term,
    target === 0 ? [] : [{ levelId: levelAt(program, target).id, mark, growthMode: standing.growthMode }],
    mark,
  )
  if (target === rank) return { earned: { ...next, since: earned.since }, cause: { of: 'earnedAgain' } }
  return { earned: next, cause: { of: 'validityEnded', lastDay } }
}

function onLevel(
  program: TierProgram,
  rank: number,
  base: Mark | null,
  climbs: readonly Climb[],
  mark: Mark,
): EarnedTier {
  return {
    levelId: levelAt(program, rank).id,
    since: mark.day,
    until: rank === 0 ? null : lastDayOf(program.validity, mark.day),
    term: mark,
    isKept: false,
    base,
    climbs,
  }
}

/** A term under a new validity counts from the day it began; one that was kept keeps its end. The same when nothing changes. */
function underNewValidity(earned: EarnedTier, program: TierProgram): EarnedTier {
  const { validity } = program
  const isEndless = rankIn(program, earned.levelId) === 0 || validity.of === 'permanent'
  if (earned.isKept && !isEndless) return earned
  const until = isEndless ? null : lastDayOf(validity, earned.term?.day ?? earned.since)
  return until === earned.until && !earned.isKept ? earned : { ...earned, until, isKept: false }
}
