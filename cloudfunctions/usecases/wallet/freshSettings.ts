import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { readTopic } from '../../database/settings'
import type { Call } from '../../runtime/call'

/** The settings, stored value as it stands this moment: what somebody is about to pay by is not what an instance still keeps. */
export async function freshSettings(call: Pick<Call, 'cloud' | 'settings'>): Promise<Settings> {
  const [settings, saved] = await Promise.all([call.settings(), readTopic(call.cloud, 'wallet')])
  return { ...settings, wallet: saved?.value ?? DEFAULT_SETTINGS.wallet }
}
