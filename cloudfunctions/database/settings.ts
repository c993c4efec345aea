import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'
import type { Role } from '@shared/rules/staff/roles'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'

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

/** Who saved it, in the role that they had. */
export interface Changer {
  readonly memberId: string
  readonly role: Role
}

/** A saved version: the newest of a topic in `settings` by topic, each in `settingsHistory` by `<topic>:<version>`. */
export interface SettingsDocument<T extends Topic = Topic> {
  readonly _id: string
  readonly value: Settings[T]
  readonly changedAt: number
  readonly changedBy: Changer
}

async function readSettings(cloud: Cloud): Promise<Settings> {
  const { data } = await cloud.db.collection('settings').limit(100).get()
  const set = Object.fromEntries((data as SettingsDocument[]).map(({ _id, value }) => [_id, value]))
  return { ...DEFAULT_SETTINGS, ...set }
}

/** A topic as it stands this moment; null while it has its default. */
export function readTopic<T extends Topic>(cloud: Cloud, topic: T): Promise<SettingsDocument<T> | null> {
  return getById<SettingsDocument<T>>(cloud, 'settings', topic)
}
