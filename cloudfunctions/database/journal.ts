import type { Entry } from '@shared/rules/account/entry'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import type { JournalDocument } from './documents'

export function readEntry(cloud: Cloud, id: string): Promise<JournalDocument | null> {
  return getById<JournalDocument>(cloud, 'journal', id)
}

/** A member's entries below a sequence number, newest first. */
export async function readEntriesBelow(
  cloud: Cloud,
  memberId: string,
  below: number,
  limit: number,
): Promise<Entry[]> {
  const { data } = await cloud.db
    .collection('journal')
    .where({ member: memberId, seq: cloud.db.command.lt(below) })
    .orderBy('seq', 'desc')
    .limit(limit)
    .get()
  return data as Entry[]
}
