import { ok } from '@shared/kernel/result'
import { standingsOf } from '@shared/rules/campaigns/standing'
import { workedExample } from '@shared/rules/earning/workedExample'
import type { UseCase } from '../../runtime/call'

export const example: UseCase<'settings.example'> = async (call, { earning, campaigns, sample }) => {
  const saved = await call.settings()
  const tried = workedExample({ ...saved.earning, ...earning }, { ...saved.campaigns, ...campaigns }, sample)
  const standings = campaigns ? standingsOf(campaigns.campaigns, call.today) : []
  return ok({
    ...tried,
    multipliers: [...tried.multipliers],
    standings: standings.map((each) => ({ ...each, overlaps: [...each.overlaps] })),
  })
}
