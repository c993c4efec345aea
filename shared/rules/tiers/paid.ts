import { addDays, daysBetween, type Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { isOn, rankIn, type Level, type TierProgram } from './program'
import type { PausedTier, TierState } from './tierState'
import { putOff } from './validity'

export type PaidRefusal =
  | { readonly code: 'LEVELS_OFF' }
  | { readonly code: 'LEVEL_NOT_SOLD'; readonly levelId: string }
  | { readonly code: 'HIGHER_LEVEL_RUNS'; readonly levelId: string; readonly until: Day }

/** What a level costs somebody, in fen: the same for all, or by the level that they stand on. Null for one that is not sold. */
export function priceFen({ paid }: Level, program: TierProgram, standsOn: string): number | null {
  if (!paid) return null
  return program.paidPricing === 'byLevel' ? (paid.priceFenByLevel[standsOn] ?? paid.priceFen) : paid.priceFen
}

/**
 * The tier after a payment for a level. Paying for the one that runs adds to its end. A higher one begins at once, and
 * the lower one waits for it to end, or ends itself, as the store has set. A lower one than what runs is refused.
 */
export function buyLevel(
  tier: TierState,
  levelId: string,
  program: TierProgram,
  today: Day,
): Result<TierState, PaidRefusal> {
  if (!isOn(program)) return refuse({ code: 'LEVELS_OFF' })
  const rank = rankIn(program, levelId)
  const terms = program.levels[rank]?.paid
  if (!terms) return refuse({ code: 'LEVEL_NOT_SOLD', levelId })
  const running = runningPaid(tier, program, today)
  const bought = { levelId, since: today, until: addDays(today, terms.validDays) }
  const { paid } = running
  if (!paid) return ok({ ...tier, ...running, paid: bought })
  // Stored as if no time had stood still: what was put off before the renewal stays put off after it.
  if (paid.levelId === levelId)
    return ok({ ...tier, ...running, paid: { ...paid, until: addDays(paid.until, terms.validDays) } })
  const until = putOff(paid.since, paid.until, program.pauses) ?? paid.until
  if (rankIn(program, paid.levelId) > rank)
    return refuse({ code: 'HIGHER_LEVEL_RUNS', levelId: paid.levelId, until })
  const waiting: PausedTier = { levelId: paid.levelId, daysLeft: daysBetween(today, until) + 1 }
  const paused = program.lowerPaid === 'pauses' ? [waiting, ...running.paused] : []
  return ok({ ...tier, paid: bought, paused })
}

/** What runs on a day of what was paid for: after the end of a level, the one that waited under it goes on. */
export function runningPaid(
  { paid, paused }: Pick<TierState, 'paid' | 'paused'>,
  program: TierProgram,
  today: Day,
): Pick<TierState, 'paid' | 'paused'> {
  if (!paid) return { paid, paused }
  const last = putOff(paid.since, paid.until, program.pauses)
  if (last === null || last >= today) return { paid, paused }
  const [next, ...others] = paused
  if (!next) return { paid: null, paused }
  const { levelId, daysLeft } = next
  const resumed = { levelId, since: addDays(last, 1), until: addDays(last, daysLeft) }
  return runningPaid({ paid: resumed, paused: others }, program, today)
}
