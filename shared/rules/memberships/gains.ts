import { benefitsOf, type Benefit } from '../benefits/benefit'
import type { TierState } from '../tiers/tierState'
import type { MembershipOffer } from './offer'

/** What a level gives to everybody on it, and what only to those who paid. */
export interface LevelGifts {
  readonly general: readonly Benefit[]
  readonly paidOnly: readonly Benefit[]
}

export function giftsOf(benefits: readonly Benefit[], levelId: string): LevelGifts {
  const ofLevel = benefits.filter((benefit) => benefit.levelId === levelId)
  return {
    general: ofLevel.filter((benefit) => benefit.for === 'everyone'),
    paidOnly: ofLevel.filter((benefit) => benefit.for === 'paidOnly'),
  }
}

/**
 * What buying a level would bring a member at once, and what it would take: a level gives its own benefits alone, so a
 * higher one may lack what the lower has. Neither, while another level holds over it.
 */
export function changesBy(
  { levelId, under }: Pick<MembershipOffer, 'levelId' | 'under'>,
  tier: TierState,
  benefits: readonly Benefit[],
): { readonly wins: readonly Benefit[]; readonly loses: readonly Benefit[] } {
  const { id, paid } = tier
  const has = benefitsOf(benefits, { levelId: id, paidSince: paid?.levelId === id ? paid.since : null })
  const holds = under?.levelId ?? levelId
  const isPaid = holds === levelId
  const will = isPaid ? benefitsOf(benefits, { levelId: holds, paidSince: tier.since }) : has
  return {
    wins: will.filter((benefit) => !has.includes(benefit)),
    loses: has.filter((benefit) => !will.includes(benefit)),
  }
}
