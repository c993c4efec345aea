import type { InputOf } from '@shared/contracts'
import { ok, refuse } from '@shared/kernel/result'
import type { Settings } from '@shared/rules/settings/settings'
import { saveTopic } from '../../database/settings'
import type { UseCase } from '../../runtime/call'

type Topic = InputOf<'settings.save'>['topic']

export const save: UseCase<'settings.save'> = async (call, { topic, expectedVersion, value }) => {
  if (!call.role) throw new Error('settings are saved by staff')
  const next = { version: expectedVersion + 1, ...value } as Settings[Topic]
  const outcome = await saveTopic(
    call.cloud,
    topic,
    next,
    { memberId: call.memberId, role: call.role },
    call.at,
  )
  if ('newer' in outcome)
    return refuse({ code: 'SETTINGS_CHANGED', data: { version: outcome.newer?.value.version ?? 0 } })
  return ok({ version: outcome.saved.value.version, changedAt: outcome.saved.changedAt })
}
