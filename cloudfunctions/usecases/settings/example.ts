import { ok } from '@shared/kernel/result'
import { DEFAULT_BENEFITS } from '@shared/rules/benefits/benefit'
import { standingsOf } from '@shared/rules/campaigns/standing'
import { workedExample } from '@shared/rules/earning/workedExample'
import { isOn } from '@shared/rules/tiers/program'
import type { UseCase } from '../../runtime/call'

export const example: UseCase<'settings.example'> = async (
  call,
  { earning, campaigns, benefits, sample },
) => {
  const saved = await call.settings()
  const rules = {
    earning: { ...saved.earning, ...earning },
    campaigns: { ...saved.campaigns, ...campaigns },
    benefits: isOn(saved.tiers) ? { ...saved.benefits, ...benefits } : DEFAULT_BENEFITS,
  }
  const tried = workedExample(rules, sample)
  const standings = campaigns ? standingsOf(campaigns.campaigns, call.today) : []
  return ok({
    ...tried,
    multipliers: [...tried.multipliers],
    standings: standings.map((each) => ({ ...each, overlaps: [...each.overlaps] })),
  })
}
