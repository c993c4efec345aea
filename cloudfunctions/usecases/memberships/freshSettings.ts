import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { readTopic } from '../../database/settings'
import type { Call } from '../../runtime/call'

/** The settings, levels and how they are sold as they stand this moment: nobody pays by what an instance still keeps. */
export async function freshSettings(call: Pick<Call, 'cloud' | 'settings'>): Promise<Settings> {
  const [settings, tiers, memberships] = await Promise.all([
    call.settings(),
    readTopic(call.cloud, 'tiers'),
    readTopic(call.cloud, 'memberships'),
  ])
  return {
    ...settings,
    tiers: tiers?.value ?? DEFAULT_SETTINGS.tiers,
    memberships: memberships?.value ?? DEFAULT_SETTINGS.memberships,
  }
}
