import { ok, refuse } from '@shared/kernel/result'
import { saveTopics, topicChange } from '../../database/saveTopics'
import type { UseCase } from '../../runtime/call'

export const save: UseCase<'settings.save'> = async (call, { topic, expectedVersion, value }) => {
  if (!call.role) throw new Error('settings are saved by staff')
  const change = topicChange(topic, expectedVersion, () => value)
  const by = { memberId: call.memberId, role: call.role }
  const outcome = await saveTopics(call.cloud, [change], by, call.at)
  if ('newer' in outcome) return refuse({ code: 'SETTINGS_CHANGED', data: { version: outcome.newer } })
  return ok({ version: expectedVersion + 1, changedAt: outcome.saved[0]?.changedAt ?? call.at })
}
