import type { Words } from '@shared/kernel/words'
import { benefitsOf, type Benefit, type BenefitSettings, type Holder } from './benefit'

/** A multiplier of points that a level gives, named by its benefit and the version that it stands in. */
interface LevelMultiplier {
  readonly id: string
  readonly name: Words
  readonly rateBp: number
  readonly source: { readonly topic: 'benefits'; readonly version: number }
}

/** What multiplies the points of somebody's orders because of the level that they hold; nothing while the levels are off. */
export function levelMultipliers(
  holder: Pick<Holder, 'levelId' | 'paidSince'> | null,
  settings: BenefitSettings,
): readonly LevelMultiplier[] {
  const own = holder ? benefitsOf(settings.benefits, holder) : []
  return own.flatMap((benefit) => levelMultiplier(benefit, settings.version) ?? [])
}

/** The multiplier that a benefit is; null for one of another kind. */
export function levelMultiplier({ id, name, perk }: Benefit, version: number): LevelMultiplier | null {
  if (perk.of !== 'pointsMultiplier') return null
  // A multiplier of the shop's own rules may have any id: this one says what it is.
  return { id: `benefit:${id}`, name, rateBp: perk.rateBp, source: { topic: 'benefits', version } }
}
