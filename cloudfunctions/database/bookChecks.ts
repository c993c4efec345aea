import type { AuditRun } from '@shared/rules/books/auditRun'
import type { Cloud } from './cloud'
import { getById, insert } from './documentAccess'
import { failureOf } from './failures'

export async function readLatestRun(cloud: Cloud): Promise<AuditRun | null> {
  const [latest] = await readLatestRuns(cloud, 1)
  return latest ?? null
}

/** The run under way, and the last one that was finished. */
export async function readLastRuns(
  cloud: Cloud,
): Promise<{ running: AuditRun | null; last: AuditRun | null }> {
  const [latest = null, before = null] = await readLatestRuns(cloud, 2)
  return latest?.state === 'running' ? { running: latest, last: before } : { running: null, last: latest }
}

/** The newest first: no run begins before the one before it is done. */
async function readLatestRuns(cloud: Cloud, limit: number): Promise<AuditRun[]> {
  const { data } = await cloud.db.collection('bookChecks').orderBy('_id', 'desc').limit(limit).get()
  return data as AuditRun[]
}

export function readRun(cloud: Cloud, id: string): Promise<AuditRun | null> {
  return getById<AuditRun>(cloud, 'bookChecks', id)
}

/** What became of a write; `unknown` got no answer, so that it may or may not have been carried out. */
export type WriteOutcome = 'done' | 'lost' | 'unknown'

/** Puts a new run in; `lost` when somebody else began the run of that number. */
export function insertRun(cloud: Cloud, run: AuditRun): Promise<WriteOutcome> {
  return outcomeOf(async () => (await insert(cloud, 'bookChecks', run)) === 'done')
}

/** One conditional write on the version; `lost` when another worker committed a slice first. */
export function commitRun(cloud: Cloud, previous: AuditRun, next: AuditRun): Promise<WriteOutcome> {
  const fields = (Object.keys(next) as (keyof AuditRun)[]).filter((field) => next[field] !== previous[field])
  const changes = Object.fromEntries(fields.map((field) => [field, cloud.db.command.set(next[field])]))
  return outcomeOf(async () => {
    const { updated } = (await cloud.db
      .collection('bookChecks')
      .where({ _id: previous._id, version: previous.version })
      .update(changes)) as { updated: number }
    return updated === 1
  })
}

async function outcomeOf(write: () => Promise<boolean>): Promise<WriteOutcome> {
  try {
    return (await write()) ? 'done' : 'lost'
  } catch (error) {
    if (failureOf(error) === 'unknownOutcome') return 'unknown'
    throw error
  }
}
