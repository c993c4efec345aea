import { benefitsOf, type Benefit, type Holder } from './benefit'

/** Points that come with an upgrade. */
export interface UpgradePoints {
  /** Of level and member: once, whatever becomes of the benefit and however often the level is reached. */
  readonly key: string
  readonly levelId: string
  readonly points: number
  readonly benefits: readonly Benefit[]
}

/**
 * The points for a member who has just been lifted to a level; null when there are none, or they were given before.
 * Only the level reached gives, none that was passed on the way; and a level reached from above gives nothing. Nor does
 * a benefit that was added after the day of the upgrade: past orders that come in late bring upgrades of their own day.
 */
export function pointsOnUpgrade(
  benefits: readonly Benefit[],
  holder: Holder,
  levelsPaidOut: readonly string[],
): UpgradePoints | null {
  const { levelId, member, reachedOn } = holder
  if (levelsPaidOut.includes(levelId)) return null
  const giving = benefitsOf(benefits, holder).filter(
    ({ perk, addedOn }) => perk.of === 'pointsOnUpgrade' && addedOn <= reachedOn,
  )
  const points = giving.reduce((sum, { perk }) => sum + (perk.of === 'pointsOnUpgrade' ? perk.points : 0), 0)
  return points === 0 ? null : { key: `upgrade:${levelId}:${member}`, levelId, points, benefits: giving }
}
