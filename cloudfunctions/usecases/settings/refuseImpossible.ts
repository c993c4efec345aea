import type { ImpossibleSetting, Refusal } from '@shared/contracts/errors'
import type { ImpossibleBenefit } from '@shared/rules/benefits/impossible'
import type { Impossible } from '@shared/rules/tiers/impossible'

type Found = Impossible | ImpossibleBenefit

/** Both kinds of reasons in one shape. */
export function impossibleSettings(found: readonly Found[]): ImpossibleSetting[] {
  return found.map((each) => ({
    code: each.code,
    levelId: 'levelId' in each ? each.levelId : null,
    benefitId: 'benefitId' in each ? each.benefitId : null,
    reason: each.reason,
  }))
}

/** Refuses settings that do not go together: the reasons in words, each once, and all of them with their places as data. */
export function impossibleRefusal(found: readonly Found[]): Refusal<'IMPOSSIBLE_SETTINGS'> {
  const reasons = impossibleSettings(found)
  const told = (locale: 'zh' | 'en') => [...new Set(reasons.map(({ reason }) => reason[locale]))]
  const why = { zh: told('zh').join('；'), en: told('en').join('; ') }
  return { code: 'IMPOSSIBLE_SETTINGS', data: { why, reasons } }
}
