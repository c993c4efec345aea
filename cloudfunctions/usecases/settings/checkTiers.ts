import { ok } from '@shared/kernel/result'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import { impossible } from '@shared/rules/tiers/impossible'
import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { withRules } from '@shared/rules/tiers/tierRules'
import type { UseCase } from '../../runtime/call'
import { impossibleSettings } from './refuseImpossible'

/** Reads nothing: whether settings go together does not depend on those that are saved. */
export const checkTiers: UseCase<'settings.checkTiers'> = (_call, { tiers, benefits }) => {
  const program = withRules(DEFAULT_PROGRAM, tiers)
  const found = [...impossible(program), ...impossibleBenefits({ version: 0, ...benefits }, program)]
  return Promise.resolve(ok({ impossible: impossibleSettings(found) }))
}
