import type { Instant } from '@shared/kernel/businessDay'
import { ok, type Result } from '@shared/kernel/result'
import { firstMinute, minuteOf, type WrongCodesAlarm, type WrongMinute } from '@shared/rules/giftCards/alarm'
import { putDown, takeOff, WINDOW_MS, type Tries, type TriesRefusal } from '@shared/rules/giftCards/tries'
import type { Cloud } from './cloud'
import { getById, getByIds, insert, put } from './documentAccess'
import { lost, untilWon } from './retry'
import { untilAnswered } from './untilAnswered'

/** What one person tried of late. */
interface TriesDocument {
  readonly _id: string
  readonly schemaVersion: 1
  readonly version: number
  readonly tries: Tries
  /** After this none of it counts any more, and it may be forgotten. */
  readonly endsAt: Instant
}

interface MinuteDocument extends WrongMinute {
  readonly _id: string
  readonly schemaVersion: 1
  readonly endsAt: Instant
}

/** The last alarm; kept until there is another. */
export interface AlarmDocument extends WrongCodesAlarm {
  readonly _id: 'alarm'
  readonly schemaVersion: 1
  readonly at: Instant
}

const personId = (member: string): string => `person:${member}`
const minuteId = (minute: number): string => `minute:${minute}`

/** Puts a try of a person's down before its code is looked up; refused while the limit holds. */
export function putDownTry(cloud: Cloud, member: string, at: Instant): Promise<Result<null, TriesRefusal>> {
  return untilWon(cloud, async () => {
    const known = await getById<TriesDocument>(cloud, 'cardTries', personId(member))
    const next = putDown(known?.tries ?? [], at)
    if (!next.ok) return next
    return (await write(cloud, member, known, next.value)) ? ok(null) : lost
  })
}

/** The code of a try was known: it does not count. */
export function takeOffTry(cloud: Cloud, member: string, at: Instant): Promise<void> {
  return untilWon(cloud, async () => {
    const known = await getById<TriesDocument>(cloud, 'cardTries', personId(member))
    if (!known) return
    const tries = takeOff(known.tries, at)
    if (tries === known.tries) return
    return (await write(cloud, member, known, tries)) ? undefined : lost
  })
}

async function write(
  cloud: Cloud,
  member: string,
  known: TriesDocument | null,
  tries: Tries,
): Promise<boolean> {
  const _id = personId(member)
  const endsAt = (tries.at(-1) ?? 0) + WINDOW_MS
  if (!known)
    return (await insert(cloud, 'cardTries', { _id, schemaVersion: 1, version: 1, tries, endsAt })) === 'done'
  const { version } = known
  const { updated } = (await untilAnswered(cloud, () =>
    cloud.db
      .collection('cardTries')
      .where({ _id, version })
      .update({ version: version + 1, tries: cloud.db.command.set([...tries]), endsAt }),
  )) as { updated: number }
  return updated === 1
}

/** Counts a wrong code of anybody's in its minute. */
export function countWrong(cloud: Cloud, at: Instant): Promise<void> {
  const minute = minuteOf(at)
  const _id = minuteId(minute)
  return untilWon(cloud, async () => {
    const { updated } = (await untilAnswered(cloud, () =>
      cloud.db
        .collection('cardTries')
        .where({ _id })
        .update({ wrong: cloud.db.command.inc(1) }),
    )) as { updated: number }
    if (updated === 1) return
    const first: MinuteDocument = { _id, schemaVersion: 1, minute, wrong: 1, endsAt: at + 2 * WINDOW_MS }
    return (await insert(cloud, 'cardTries', first)) === 'done' ? undefined : lost
  })
}

/** The minutes that an alarm looks at. */
export function wrongMinutes(cloud: Cloud, at: Instant): Promise<WrongMinute[]> {
  const first = firstMinute(at)
  const ids = Array.from({ length: minuteOf(at) - first + 1 }, (_, place) => minuteId(first + place))
  return getByIds<MinuteDocument>(cloud, 'cardTries', ids)
}

export const readAlarm = (cloud: Cloud): Promise<AlarmDocument | null> =>
  getById<AlarmDocument>(cloud, 'cardTries', 'alarm')

export const putAlarm = (cloud: Cloud, alarm: WrongCodesAlarm, at: Instant): Promise<void> =>
  put<AlarmDocument>(cloud, 'cardTries', { _id: 'alarm', schemaVersion: 1, at, ...alarm })

/** Forgets what counts no more; answers how much that was. */
export async function forgetTries(cloud: Cloud, at: Instant): Promise<number> {
  const { deleted } = (await untilAnswered(cloud, () =>
    cloud.db
      .collection('cardTries')
      .where({ endsAt: cloud.db.command.lte(at) })
      .remove(),
  )) as { deleted: number }
  return deleted
}
