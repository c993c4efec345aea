import { ok, refuse } from '@shared/kernel/result'
import { impossibleTemplate } from '@shared/rules/coupons/impossible'
import { saveTemplate } from '../../database/couponTemplates'
import type { UseCase } from '../../runtime/call'

export const save: UseCase<'couponTemplates.save'> = async (call, { id, expectedVersion, rules }) => {
  const { cloud, memberId, at, today } = call
  const { tiers } = await call.settings()
  const [first] = impossibleTemplate(rules, tiers, today)
  if (first) return refuse({ code: 'IMPOSSIBLE_SETTINGS', data: { why: first.reason } })
  const saved = await saveTemplate(cloud, { id, expectedVersion, rules, by: `staff:${memberId}`, at })
  return 'newer' in saved
    ? refuse({ code: 'SETTINGS_CHANGED', data: { version: saved.newer } })
    : ok({ version: saved.saved })
}
