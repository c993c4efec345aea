import { benefitsOf, type Benefit, type BenefitSettings, type Holder } from '../../benefits/benefit'
import { grantsDue, type Grant, type Granted } from '../../benefits/grants'
import { holderOf } from '../../benefits/holder'
import { pointsOnUpgrade, type UpgradePoints } from '../../benefits/onUpgrade'
import type { Moment } from '../earned'
import { judge, type Decision } from '../judge'
import type { TierProgram } from '../program'
import type { Standing } from '../standardSpend'
import type { TierState } from '../tierState'

/** The store's levels and what they give, at one version of each. */
export interface StoreRules {
  readonly tiers: TierProgram
  readonly benefits: BenefitSettings
}

/** What is saved, and what would be: of whatever is edited, the version after the saved one. */
export interface PreviewRules {
  readonly before: StoreRules
  readonly after: StoreRules
  readonly moment: Moment
}

/** All of a member that levels and benefits depend on. */
export interface PreviewMember {
  readonly member: string
  readonly standing: Standing
  readonly birthday: Holder['birthday']
  readonly granted: readonly Granted[]
  readonly levelsPaidOut: readonly string[]
}

/** What a change of rules makes of a member. */
export interface Outcome {
  readonly decision: Decision
  readonly tier: TierState
  /** The benefits that the member holds now, and then. */
  readonly before: readonly Benefit[]
  readonly after: readonly Benefit[]
  /** What is given as soon as the change is saved. */
  readonly points: UpgradePoints | null
  readonly grants: readonly Grant[]
}

/** What the change makes of a member: by the judgement that the recalculation makes, so that it comes about as told. */
export function outcomeOf(member: PreviewMember, { before, after, moment }: PreviewRules): Outcome {
  const { standing, granted, levelsPaidOut } = member
  const { decision, tier } = judge(standing, after.tiers, moment)
  const then = holderIn(member, tier, after.tiers)
  return {
    decision,
    tier,
    before: held(before, holderIn(member, standing.tier, before.tiers)),
    after: held(after, then),
    points:
      then && decision.kind === 'up' ? pointsOnUpgrade(after.benefits.benefits, then, levelsPaidOut) : null,
    grants: then ? grantsDue(after.benefits.benefits, then, granted, moment.today) : [],
  }
}

function holderIn({ member, birthday }: PreviewMember, tier: TierState, program: TierProgram): Holder | null {
  return holderOf(member, tier, birthday, program)
}

function held({ benefits }: StoreRules, holder: Holder | null): readonly Benefit[] {
  return holder ? benefitsOf(benefits.benefits, holder) : []
}
