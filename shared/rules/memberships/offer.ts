import { daysBetween, type Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { earnedUntil } from '../tiers/earned'
import { buyLevel, priceFen, runningPaid, type PaidRefusal } from '../tiers/paid'
import { rankIn, type TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import { putOff } from '../tiers/validity'
import type { MembershipTerms } from './purchase'

/** What buying a level would do for somebody. */
export interface MembershipOffer extends MembershipTerms {
  readonly effect: 'joins' | 'renews' | 'upgrades'
  /** The last day of it then, that day included. */
  readonly until: Day
  /** What becomes of a lower paid level that runs, and the days that it has left; null where none runs. */
  readonly lower: {
    readonly levelId: string
    readonly becomes: 'pauses' | 'ends'
    readonly daysLeft: number
  } | null
  /** A level that holds all the same, through a last day or without end: buying shows no effect before. Null for none. */
  readonly under: { readonly levelId: string; readonly until: Day | null } | null
}

/** What a level would cost a member today and do for them, or why it can't be had. The tier must be judged today. */
export function offerOf(
  tier: TierState,
  levelId: string,
  program: TierProgram,
  today: Day,
): Result<MembershipOffer, PaidRefusal> {
  const bought = buyLevel(tier, levelId, program, today)
  if (!bought.ok) return bought
  const level = program.levels[rankIn(program, levelId)]
  const price = level && priceFen(level, program, tier.id)
  const { paid } = bought.value
  if (!level?.paid || price == null || !paid) return refuse({ code: 'LEVEL_NOT_SOLD', levelId })
  const running = runningPaid(tier, program, today).paid
  const isRenewal = running?.levelId === levelId
  return ok({
    levelId,
    priceFen: price,
    validDays: level.paid.validDays,
    version: program.version,
    effect: isRenewal ? 'renews' : running ? 'upgrades' : 'joins',
    until: lastDayOf(paid, program),
    lower:
      running && !isRenewal
        ? {
            levelId: running.levelId,
            becomes: program.lowerPaid,
            daysLeft: daysBetween(today, lastDayOf(running, program)) + 1,
          }
        : null,
    under: holdingOver(tier, levelId, program),
  })
}

/** Every level that is sold, lowest first, with what buying it would do for a member or why they can't. */
export function offersOf(
  tier: TierState,
  program: TierProgram,
  today: Day,
): readonly { readonly levelId: string; readonly offer: Result<MembershipOffer, PaidRefusal> }[] {
  return program.levels
    .filter(({ paid }) => paid !== null)
    .map(({ id }) => ({ levelId: id, offer: offerOf(tier, id, program, today) }))
}

/**
 * The tier with paid days of a level, by terms that were agreed to: today's length of a term does not matter. Refuses
 * what can't be had any more: the money goes back then, all of it.
 */
export function withPaidDays(
  tier: TierState,
  { levelId, validDays }: Pick<MembershipTerms, 'levelId' | 'validDays'>,
  program: TierProgram,
  today: Day,
): Result<TierState, PaidRefusal> {
  const levels = program.levels.map((level) =>
    level.id === levelId && level.paid ? { ...level, paid: { ...level.paid, validDays } } : level,
  )
  return buyLevel(tier, levelId, { ...program, levels }, today)
}

/** Levels are on here, so no time stands still. */
function lastDayOf({ since, until }: NonNullable<TierState['paid']>, { pauses }: TierProgram): Day {
  return putOff(since, until, pauses) ?? until
}

function holdingOver(
  { earned, manual }: TierState,
  levelId: string,
  program: TierProgram,
): MembershipOffer['under'] {
  if (manual) return { levelId: manual.levelId, until: putOff(manual.since, manual.until, program.pauses) }
  const isHigher = rankIn(program, earned.levelId) > rankIn(program, levelId)
  return isHigher ? { levelId: earned.levelId, until: earnedUntil(earned, program) } : null
}
