import { isDeepStrictEqual } from 'node:util'
import { DEFAULT_SETTINGS, type Settings, type Topic } from '@shared/rules/settings/settings'
import type { Cloud } from './cloud'
import type { Changer, SettingsDocument } from './settings'
import { insertAll, transact, type Transaction } from './transact'
import { wholeFields } from './wholeFields'

/** A topic to be saved over the version that was looked at, and how its value is made of what is saved. */
export interface TopicChange {
  readonly topic: Topic
  readonly expectedVersion: number
  readonly make: (saved: Settings[Topic]) => Omit<Settings[Topic], 'version'>
}

export function topicChange<T extends Topic>(
  topic: T,
  expectedVersion: number,
  make: (saved: Settings[T]) => Omit<Settings[T], 'version'>,
): TopicChange {
  return { topic, expectedVersion, make: make as unknown as TopicChange['make'] }
}

/** What saving came to: each topic as it was saved, or the newer version of one that was there before. */
export type Saved = { readonly saved: readonly SettingsDocument[] } | { readonly newer: number }

/**
 * Saves topics together, each as the version after the one that was looked at, with its place in the history: all of
 * them in one transaction, or none. The same versions by the same person again are answered with what is there; when
 * another version took the place of one: `newer`.
 */
export function saveTopics(
  cloud: Cloud,
  changes: readonly TopicChange[],
  changedBy: Changer,
  changedAt: number,
): Promise<Saved> {
  return transact<true, Saved>(
    cloud,
    () => Promise.resolve({ plan: true }),
    async (transaction) => {
      const found = await Promise.all(changes.map((change) => lookAt(transaction, change)))
      if (found.every((each) => isRepeated(each, changedBy)))
        return { saved: found.flatMap(({ earlier }) => earlier ?? []) }
      const outrun = found.find(
        ({ now, earlier, change }) => earlier || versionOf(now) !== change.expectedVersion,
      )
      if (outrun) return { newer: versionOf(outrun.now) }
      const saved = found.map(({ change, now }) => ({
        _id: change.topic,
        value: valueOf(change, now?.value ?? DEFAULT_SETTINGS[change.topic]),
        changedAt,
        changedBy,
      }))
      await Promise.all(saved.flatMap((document, i) => write(cloud, transaction, document, !found[i]?.now)))
      return { saved }
    },
  )
}

interface Found {
  readonly change: TopicChange
  readonly now: SettingsDocument | null
  /** What has the place in the history that the change would take. */
  readonly earlier: SettingsDocument | null
}

async function lookAt(transaction: Transaction, change: TopicChange): Promise<Found> {
  const historyId = `${change.topic}:${change.expectedVersion + 1}`
  const [now, earlier] = (
    await Promise.all([
      transaction.collection('settings').doc(change.topic).get(),
      transaction.collection('settingsHistory').doc(historyId).get(),
    ])
  ).map(({ data }) => data as SettingsDocument | null)
  return { change, now: now ?? null, earlier: earlier ? { ...earlier, _id: change.topic } : null }
}

function write(cloud: Cloud, transaction: Transaction, document: SettingsDocument, isFirst: boolean) {
  const { _id, ...body } = document
  return [
    isFirst
      ? insertAll(transaction, 'settings', [document])
      : transaction.collection('settings').doc(_id).update(wholeFields(cloud.db, body)),
    insertAll(transaction, 'settingsHistory', [{ _id: `${_id}:${body.value.version}`, ...body }]),
  ]
}

function valueOf({ make, expectedVersion }: TopicChange, base: Settings[Topic]): Settings[Topic] {
  return { ...make(base), version: expectedVersion + 1 } as Settings[Topic]
}

const versionOf = (saved: SettingsDocument | null): number => saved?.value.version ?? 0

/** Made of what it became, a value that is kept by the server comes out as it went in. */
function isRepeated({ change, earlier }: Found, { memberId }: Changer): boolean {
  return (
    earlier !== null &&
    isDeepStrictEqual(earlier.value, valueOf(change, earlier.value)) &&
    earlier.changedBy.memberId === memberId
  )
}
