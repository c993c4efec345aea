import { ok, refuse } from '@shared/kernel/result'
import { switchedOff, switchedOn } from '@shared/rules/tiers/program'
import { saveTopics, topicChange } from '../../database/saveTopics'
import type { UseCase } from '../../runtime/call'

export const switchTiers: UseCase<'settings.switchTiers'> = async (call, { on, expectedVersion }) => {
  if (!call.role) throw new Error('settings are saved by staff')
  const switched = on ? switchedOn : switchedOff
  const change = topicChange('tiers', expectedVersion, (saved) => switched(saved, call.today))
  const by = { memberId: call.memberId, role: call.role }
  const outcome = await saveTopics(call.cloud, [change], by, call.at)
  if ('newer' in outcome) return refuse({ code: 'SETTINGS_CHANGED', data: { version: outcome.newer } })
  return ok({ version: expectedVersion + 1, changedAt: outcome.saved[0]?.changedAt ?? call.at })
}
