import type { InputOf } from '@shared/contracts'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Refusal } from '@shared/contracts/errors'
import { withAddedOn } from '@shared/rules/benefits/addedOn'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import type { Settings } from '@shared/rules/settings/settings'
import { impossible } from '@shared/rules/tiers/impossible'
import type { PreviewMember, PreviewRules, StoreRules } from '@shared/rules/tiers/preview/outcome'
import { isOn, switchedOn } from '@shared/rules/tiers/program'
import { standingOf } from '@shared/rules/tiers/standingOf'
import { withRules } from '@shared/rules/tiers/tierRules'
import type { MemberStanding } from '../../database/standings'
import type { Call } from '../../runtime/call'
import { impossibleRefusal } from '../settings/refuseImpossible'

/** A change as it is edited: of whichever topics differ from what is saved. */
export type Draft = Pick<InputOf<'tiers.preview'>, 'tiers' | 'benefits'>

/**
 * What is saved and what the draft would make of it; refused where the draft cannot be saved. While the levels are off,
 * both are taken as if they were switched on today: what the draft would make of nobody tells nothing.
 */
export function previewRules(
  settings: Settings,
  draft: Draft,
  { today, at }: Pick<Call, 'today' | 'at'>,
): Result<PreviewRules, Refusal<'IMPOSSIBLE_SETTINGS'>> {
  const on = ({ tiers, benefits }: StoreRules): StoreRules => ({
    tiers: isOn(tiers) ? tiers : switchedOn(tiers, today),
    benefits,
  })
  const after = edited(settings, draft, today)
  const faults = [...impossible(after.tiers), ...impossibleBenefits(after.benefits, after.tiers)]
  if (faults.length > 0) return refuse(impossibleRefusal(faults))
  return ok({ before: on(settings), after: on(after), moment: { today, at } })
}

/** As saving makes it: each topic that is edited is the version after the saved one. */
function edited({ tiers, benefits }: StoreRules, draft: Draft, today: string): StoreRules {
  return {
    tiers: draft.tiers ? withRules(tiers, draft.tiers) : tiers,
    benefits: draft.benefits
      ? {
          version: benefits.version + 1,
          benefits: withAddedOn(draft.benefits.benefits, benefits.benefits, today),
        }
      : benefits,
  }
}

export function previewMember(standing: MemberStanding, settings: Settings): PreviewMember {
  const { _id, birthday, granted, levelsPaidOut } = standing
  return { member: _id, standing: standingOf(standing, settings), birthday, granted, levelsPaidOut }
}
