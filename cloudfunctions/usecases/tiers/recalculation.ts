import { dayOf } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import { ok } from '@shared/kernel/result'
import { tierFace } from '@shared/rules/tiers/face'
import { isOn } from '@shared/rules/tiers/program'
import { countMembers } from '../../database/audit'
import { countBefore } from '../../database/members'
import { movesUnder } from '../../database/recalculation'
import { readTopic } from '../../database/settings'
import type { UseCase } from '../../runtime/call'

/** A recalculation is done in minutes; somebody who was held up is judged within days. */
const MOST_DAYS = 3

/** How far the timer has come, counted by indexes: there is no record of a run that could say otherwise. */
export const recalculation: UseCase<'tiers.recalculation'> = async (call) => {
  const { cloud, today } = call
  const [known, tiersSaved, benefitsSaved] = await Promise.all([
    call.settings(),
    readTopic(cloud, 'tiers'),
    readTopic(cloud, 'benefits'),
  ])
  // An instance may know older settings for some seconds: what was just saved is what is asked about.
  const tiers = tiersSaved?.value ?? known.tiers
  const benefits = benefitsSaved?.value ?? known.benefits
  const on = isOn(tiers)
  const [members, leftTiers, leftBenefits, moved] = await Promise.all([
    countMembers(cloud),
    on ? countBefore(cloud, 'tier.version', tiers.version) : 0,
    countBefore(cloud, 'benefitsVersion', benefits.version),
    tiersSaved ? movesUnder(cloud, tiers.version, daysSince(tiersSaved.changedAt, today)) : [],
  ])
  return ok({
    isOn: on,
    version: { tiers: tiers.version, benefits: benefits.version },
    changedAt: { tiers: tiersSaved?.changedAt ?? null, benefits: benefitsSaved?.changedAt ?? null },
    left: Math.max(leftTiers, leftBenefits),
    members,
    levels: tiers.levels.map((_, rank) => tierFace(tiers, rank)),
    moved: moved.map((each) => ({ ...each })),
  })
}

function daysSince(changedAt: number, today: Day): Day[] {
  const first = dayOf(changedAt)
  return Array.from({ length: MOST_DAYS }, (_, days) => addDays(first, days)).filter((day) => day <= today)
}
