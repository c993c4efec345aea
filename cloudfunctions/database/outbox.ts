import { MOST_TRIES, type OutboxItem } from '@shared/rules/messages/outbox'
import type { Cloud } from './cloud'

/** Longer than a function may run: whoever took a message up this long ago has stopped. */
const SENDER_STOPPED_MS = 5 * 60_000

const STOPPED = 'the sender stopped before it said what came of it'

/** Messages whose next try has come, the longest due first. */
export async function itemsDue(cloud: Cloud, at: number, limit: number): Promise<OutboxItem[]> {
  const { data } = await cloud.db
    .collection('outbox')
    .where({ state: 'waiting', nextTryAt: cloud.db.command.lte(at) })
    .orderBy('nextTryAt', 'asc')
    .limit(limit)
    .get()
  return data as OutboxItem[]
}

/**
 * Marks messages as being sent, in one write, before anything is called. Answers those that are this sender's:
 * another may have taken some of them first.
 */
export async function takeUp(
  cloud: Cloud,
  items: readonly OutboxItem[],
  sender: string,
  at: number,
): Promise<OutboxItem[]> {
  if (items.length === 0) return []
  const { command } = cloud.db
  const ids = items.map(({ _id }) => _id)
  const updated = await updateMany(
    cloud,
    { _id: command.in(ids), state: 'waiting' },
    { state: 'sending', sender, tries: command.inc(1), nextTryAt: at + SENDER_STOPPED_MS },
  )
  const own = updated === ids.length ? new Set(ids) : await idsOf(cloud, ids, sender)
  return items.filter(({ _id }) => own.has(_id)).map((item) => ({ ...item, tries: item.tries + 1 }))
}

/** Writes what came of messages that this sender took up; one that was taken from it meanwhile is left alone. */
export async function settleItems(
  cloud: Cloud,
  items: readonly OutboxItem[],
  sender: string,
  outcome: Partial<OutboxItem>,
): Promise<void> {
  const ids = items.map(({ _id }) => _id)
  await updateMany(cloud, { _id: cloud.db.command.in(ids), state: 'sending', sender }, outcome)
}

/**
 * Messages whose sender stopped in the middle wait again; one that has used up its tries is given up. Answers how
 * many were.
 */
export async function returnAbandoned(cloud: Cloud, at: number): Promise<number> {
  const { command } = cloud.db
  const abandoned = { state: 'sending', nextTryAt: command.lte(at) }
  const [givenUp] = await Promise.all([
    updateMany(
      cloud,
      { ...abandoned, tries: command.gte(MOST_TRIES) },
      { state: 'failed', lastError: STOPPED },
    ),
    updateMany(
      cloud,
      { ...abandoned, tries: command.lt(MOST_TRIES) },
      { state: 'waiting', lastError: STOPPED },
    ),
  ])
  return givenUp
}

async function idsOf(cloud: Cloud, ids: readonly string[], sender: string): Promise<Set<string>> {
  const { data } = await cloud.db
    .collection('outbox')
    .where({ _id: cloud.db.command.in([...ids]), state: 'sending', sender })
    .limit(ids.length)
    .field({ _id: true })
    .get()
  return new Set((data as { _id: string }[]).map(({ _id }) => _id))
}

async function updateMany(cloud: Cloud, which: object, changes: object): Promise<number> {
  const { updated } = (await cloud.db.collection('outbox').where(which).update(changes)) as {
    updated: number
  }
  return updated
}
