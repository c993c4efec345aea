import { DEFAULT_SETTINGS, type Settings } from '@shared/rules/settings/settings'
import { readTopic } from '../../database/settings'
import type { Call } from '../../runtime/call'
import { freshSettings as withFreshWallet } from '../wallet/freshSettings'

/** The settings, cards and the law's limits as they stand this moment: what somebody is about to pay by. */
export async function freshSettings(call: Pick<Call, 'cloud' | 'settings'>): Promise<Settings> {
  const [settings, saved] = await Promise.all([withFreshWallet(call), readTopic(call.cloud, 'giftCards')])
  return { ...settings, giftCards: saved?.value ?? DEFAULT_SETTINGS.giftCards }
}
