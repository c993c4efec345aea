import type { OutputOf } from '@shared/contracts'
import { ok } from '@shared/kernel/result'
import { benefitFace } from '@shared/rules/benefits/face'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { isOn, type TierProgram } from '@shared/rules/tiers/program'
import { tierFace } from '@shared/rules/tiers/face'
import type { MonthCost } from '@shared/rules/tiers/preview/monthCost'
import { PreviewTally, type BenefitChange } from '@shared/rules/tiers/preview/tally'
import { eachStanding } from '../../database/standings'
import type { UseCase } from '../../runtime/call'
import { previewMember, previewRules } from './previewRules'

/** Reads every member once and changes nothing; each slice is added up and let go. */
export const preview: UseCase<'tiers.preview'> = async (call, draft) => {
  const settings = await call.settings()
  const rules = previewRules(settings, draft, call)
  if (!rules.ok) return rules
  const tally = new PreviewTally(rules.value)
  const { looked, members } = await eachStanding(call.cloud, (slice) =>
    slice.forEach((standing) => tally.add(previewMember(standing, settings))),
  )
  const { pointsPerYuan } = settings.earning
  const { cells, benefits, ...others } = tally.result({ pointsPerYuan, toCash: settings.points.toCash })
  return ok({
    ...others,
    today: call.today,
    base: { tiers: settings.tiers.version, benefits: settings.benefits.version },
    isOn: isOn(settings.tiers),
    looked,
    // Whoever joined after they were counted was looked at too.
    members: Math.max(members, looked),
    levels: { before: facesOf(rules.value.before.tiers), after: facesOf(rules.value.after.tiers) },
    cells: [...cells],
    benefits: benefits.map(changeFace),
  })
}

type ChangeFace = OutputOf<'tiers.preview'>['benefits'][number]

function facesOf(program: TierProgram) {
  return program.levels.map((_, rank) => tierFace(program, rank))
}

function changeFace(change: BenefitChange): ChangeFace {
  const { id, won, lost } = change
  return {
    id,
    won,
    lost,
    before: sideFace(change.before, change.holdersBefore, change.costBefore),
    after: sideFace(change.after, change.holdersAfter, change.costAfter),
  }
}

function sideFace(benefit: Benefit | null, holders: number, cost: MonthCost | null): ChangeFace['before'] {
  return benefit && cost && { face: benefitFace(benefit), levelId: benefit.levelId, holders, cost }
}
