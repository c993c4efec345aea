import { isDeepStrictEqual } from 'node:util'
import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'
import type { Role } from '@shared/rules/staff/roles'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import { insertAll, transact } from './transact'

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

/** What saving came to: the version as it was saved, or the newer one that was there before. */
export type Saved<T extends Topic> =
  { readonly saved: SettingsDocument<T> } | { readonly newer: SettingsDocument<T> | null }

/**
 * Saves the version after the one that was looked at, with its place in the history, in one transaction. The same
 * version by the same person again is answered with what is there; when another version took its place: `newer`.
 */
export function saveTopic<T extends Topic>(
  cloud: Cloud,
  topic: T,
  value: Settings[T],
  changedBy: Changer,
  changedAt: number,
): Promise<Saved<T>> {
  const body = { value, changedAt, changedBy }
  const historyId = `${topic}:${value.version}`
  return transact<true, Saved<T>>(
    cloud,
    () => Promise.resolve({ plan: true }),
    async (transaction) => {
      const current = transaction.collection('settings').doc(topic)
      const [now, earlier] = (
        await Promise.all([current.get(), transaction.collection('settingsHistory').doc(historyId).get()])
      ).map(({ data }) => data as SettingsDocument<T> | null)
      if (earlier && isSame(earlier, body)) return { saved: earlier }
      if (earlier || (now?.value.version ?? 0) !== value.version - 1) return { newer: now ?? null }
      await Promise.all([
        now
          ? current.update(set(cloud, body))
          : insertAll(transaction, 'settings', [{ _id: topic, ...body }]),
        insertAll(transaction, 'settingsHistory', [{ _id: historyId, ...body }]),
      ])
      return { saved: { _id: topic, ...body } }
    },
  )
}

function isSame(
  earlier: Pick<SettingsDocument, 'value' | 'changedBy'>,
  { value, changedBy }: Pick<SettingsDocument, 'value' | 'changedBy'>,
): boolean {
  return isDeepStrictEqual(earlier.value, value) && earlier.changedBy.memberId === changedBy.memberId
}

/** Each field whole: a plain object in an update would be merged with what is there. */
function set({ db }: Cloud, body: object): object {
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, db.command.set(value)]))
}
