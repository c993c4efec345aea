import type { Day } from '@shared/kernel/day'
import { isOn, type TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import type { Holder } from './benefit'

/** Whom benefits are given to; null while the levels are off. */
export function holderOf(
  member: string,
  tier: TierState,
  birthday: Holder['birthday'],
  program: TierProgram,
): Holder | null {
  if (!isOn(program)) return null
  const on = program.pauses.at(-1)?.to ?? null
  const { id, paid } = tier
  return {
    member,
    levelId: id,
    since: later(tier.since, on),
    reachedOn: tier.since,
    paidSince: paid?.levelId === id ? later(paid.since, on) : null,
    birthday,
  }
}

function later(day: Day, on: Day | null): Day {
  return on !== null && on > day ? on : day
}
