import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'
import type { Cloud } from './cloud'

/** How long an instance goes on with the settings that it read. */
const KEPT_MS = 5_000

export type SettingsReader = (now: number) => Promise<Settings>

/**
 * Reads all topics in one call and keeps them for some seconds; a topic that the merchant never changed has its
 * default. Calls that come while a read is under way share it.
 */
export function settingsReader(cloud: Cloud): SettingsReader {
  let kept: { readonly until: number; readonly settings: Promise<Settings> } | null = null
  return (now) => {
    if (kept && now < kept.until) return kept.settings
    const settings = readSettings(cloud)
    kept = { until: now + KEPT_MS, settings }
    settings.catch(() => (kept = null))
    return settings
  }
}

type SettingsDocument = { [T in Topic]: { readonly _id: T; readonly value: Settings[T] } }[Topic]

async function readSettings(cloud: Cloud): Promise<Settings> {
  const { data } = await cloud.db.collection('settings').limit(100).get()
  const set = Object.fromEntries((data as SettingsDocument[]).map(({ _id, value }) => [_id, value]))
  return { ...DEFAULT_SETTINGS, ...set }
}
