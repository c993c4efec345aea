import type { Day } from '@shared/kernel/day'
import { benefitsOf, type Benefit, type Holder } from './benefit'
import { benefitFace, type BenefitFace } from './face'
import { nextOf, type Granted } from './grants'

/** A benefit of a member's level, with when it was given last and will be next. */
export interface OwnBenefit extends BenefitFace {
  lastGivenOn: Day | null
  nextOn: Day | null
}

export function ownBenefits(
  benefits: readonly Benefit[],
  holder: Holder,
  granted: readonly Granted[],
): OwnBenefit[] {
  return benefitsOf(benefits, holder).map((benefit) => ({
    ...benefitFace(benefit),
    lastGivenOn: lastGiven(benefit.id, granted),
    nextOn: nextOf(benefit, holder, granted)?.day ?? null,
  }))
}

function lastGiven(benefitId: string, granted: readonly Granted[]): Day | null {
  const days = granted.filter((each) => each.benefitId === benefitId).map(({ day }) => day)
  return days.sort().at(-1) ?? null
}
