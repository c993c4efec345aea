import { ok } from '@shared/kernel/result'
import { figuresOf, yearsUpTo } from '@shared/rules/assistant/buyerYears'
import { evidenceOf, summarise } from '@shared/rules/assistant/evidence'
import { DEFAULT_UPLIFTS_BP } from '@shared/rules/assistant/inputs'
import { suggestLevels } from '@shared/rules/assistant/suggestLevels'
import { whyUnavailable } from '@shared/rules/assistant/unavailable'
import { findBuyers } from '../../database/keptBuyers'
import type { UseCase } from '../../runtime/call'

export const facts: UseCase<'assistant.facts'> = async (call) => {
  const { cloud, today, at } = call
  const years = yearsUpTo(today)
  const [{ tiers }, { buyers, shareBp, asOf }] = await Promise.all([
    call.settings(),
    findBuyers(cloud, years, at),
  ])
  const figures = figuresOf(buyers)
  const netSpendFen = buyers.map(({ thisYearFen }) => thisYearFen)
  const { weak, reason } = summarise(evidenceOf(netSpendFen))
  return ok({
    ...years,
    ...figures,
    asOf,
    sampleBp: shareBp,
    suggestedLevels: suggestLevels(netSpendFen, figures, tiers.levels.length - 1),
    isWeak: weak,
    reason,
    upliftsBp: DEFAULT_UPLIFTS_BP,
    unavailable: whyUnavailable(tiers.levels),
  })
}
