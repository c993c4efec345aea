import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import type { Cloud, Db } from './cloud'
import { getById, insert } from './documentAccess'

export function readAccount(cloud: Cloud, memberId: string): Promise<Account | null> {
  return getById<Account>(cloud, 'members', memberId)
}

/**
 * Commits an account that was decided on `previous`: one conditional write on its version, or the insert of a new
 * member. False when somebody else wrote first.
 */
export async function commitAccount(cloud: Cloud, previous: Account | null, next: Account): Promise<boolean> {
  if (!previous) return (await insert(cloud, 'members', { ...next, version: 1 })) === 'done'
  const { updated } = (await cloud.db
    .collection('members')
    .where({ _id: previous._id, version: previous.version })
    .update(changesOf(cloud.db, previous, next))) as { updated: number }
  return updated === 1
}

/** The fields that differ, each set whole: a plain object in an update would be merged with what is there. */
export function changesOf(db: Db, previous: Account, next: Account): Record<string, unknown> {
  const changes: Record<string, unknown> = { version: previous.version + 1 }
  for (const field of Object.keys(next) as (keyof Account)[]) {
    if (field === '_id' || field === 'version' || next[field] === previous[field]) continue
    changes[field] = field === 'tail' ? tailChange(db, previous, next) : db.command.set(next[field])
  }
  return changes
}

/** A tail that only grew is pushed to: the entries that wait are not sent again. */
function tailChange(db: Db, previous: Account, next: Account): unknown {
  const grew = previous.tail.every((entry, index) => next.tail[index] === entry)
  return grew ? db.command.push(next.tail.slice(previous.tail.length)) : db.command.set([...next.tail])
}

/** Members for whom something is due by a day, the longest due first. */
export async function membersDue(cloud: Cloud, today: Day, limit: number): Promise<string[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('members')
    .where({ dueDay: command.gt('').and(command.lte(today)) })
    .orderBy('dueDay', 'asc')
    .limit(limit)
    .field({ _id: true })
    .get()
  return (data as { _id: string }[]).map(({ _id }) => _id)
}

/** What a member was last counted or judged under: the field that keeps the version of each. */
export type VersionField = 'growthVersion' | 'tier.version' | 'benefitsVersion'

/** Members who were last counted or judged under an earlier version of the settings, by the index on its field. */
export async function membersBefore(
  cloud: Cloud,
  field: VersionField,
  version: number,
  limit: number,
): Promise<string[]> {
  if (version === 0) return []
  const { data } = await cloud.db
    .collection('members')
    .where({ [field]: cloud.db.command.lt(version) })
    .orderBy(field, 'asc')
    .limit(limit)
    .field({ _id: true })
    .get()
  return (data as { _id: string }[]).map(({ _id }) => _id)
}
