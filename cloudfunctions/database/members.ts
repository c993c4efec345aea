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

/** The accounts for which something is due by a day, the longest due first. */
export async function accountsDue(cloud: Cloud, today: Day, limit: number): Promise<Account[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('members')
    .where({ dueDay: command.gt('').and(command.lte(today)) })
    .orderBy('dueDay', 'asc')
    .limit(limit)
    .get()
  return data as Account[]
}

/** What a member was last counted or judged under: the field that keeps the version of each. */
export type VersionField = 'growthVersion' | 'tier.version' | 'benefitsVersion' | 'wallet.settingsVersion'

/** The accounts that were last counted or judged under an earlier version of the settings, by the index on its field. */
export async function accountsBefore(
  cloud: Cloud,
  field: VersionField,
  version: number,
  limit: number,
): Promise<Account[]> {
  if (version === 0) return []
  const { data } = await cloud.db
    .collection('members')
    .where({ [field]: cloud.db.command.lt(version) })
    .orderBy(field, 'asc')
    .limit(limit)
    .get()
  return data as Account[]
}

/** How many there are of them: an index is counted, and no account is read. */
export async function countBefore(cloud: Cloud, field: VersionField, version: number): Promise<number> {
  if (version === 0) return 0
  const { total } = (await cloud.db
    .collection('members')
    .where({ [field]: cloud.db.command.lt(version) })
    .count()) as { total: number }
  return total
}
