import { addDays, type Day } from '@shared/kernel/day'
import type { Leg, Unit } from '@shared/rules/account/entry'
import { givenByStore, NO_SUMS, type UnitSums } from '@shared/rules/books/unitSums'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'
import type { RollupDocument } from './rollups'

/** A day that the journal or the figures know; null where the figures do not. */
export interface AuditedDay {
  readonly day: Day
  readonly stored: RollupDocument | null
}

/** The next days after one that have figures or entries, in order. A day that has entries and no figures is among them. */
export async function readDaysAfter(cloud: Cloud, after: string, limit: number): Promise<AuditedDay[]> {
  const stored = await readFiguresAfter(cloud, after, limit)
  const days: AuditedDay[] = []
  for (const next of [...stored, null]) {
    let from = days.at(-1)?.day ?? after
    while (days.length < limit) {
      const missing = await firstDayBetween(cloud, from, next?._id)
      if (missing === null) break
      days.push({ day: missing, stored: null })
      from = missing
    }
    if (days.length >= limit) return days
    if (next) days.push({ day: next._id, stored: next })
  }
  return days
}

async function readFiguresAfter(cloud: Cloud, after: string, limit: number): Promise<RollupDocument[]> {
  const { data } = await cloud.db
    .collection('rollups')
    .where({ _id: cloud.db.command.gt(after), of: 'day' })
    .orderBy('_id', 'asc')
    .limit(limit)
    .get()
  return data as RollupDocument[]
}

/** The first day with entries between two days, both left out; nothing is read when they follow one another. */
async function firstDayBetween(cloud: Cloud, from: string, to: Day | undefined): Promise<Day | null> {
  if (from !== '' && to !== undefined && addDays(from, 1) >= to) return null
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('journal')
    .where({ day: to === undefined ? command.gt(from) : command.gt(from).and(command.lt(to)) })
    .orderBy('day', 'asc')
    .limit(1)
    .field({ day: true })
    .get()
  return (data as { day: Day }[])[0]?.day ?? null
}

/** Whether a day has entries that came into the journal at an instant or later. */
export async function hasEntriesFiledFrom(cloud: Cloud, day: Day, instant: number): Promise<boolean> {
  const { data } = await cloud.db
    .collection('journal')
    .where({ day, filedAt: cloud.db.command.gte(instant) })
    .limit(1)
    .field({ _id: true })
    .get()
  return data.length > 0
}

/** What the entries of some days took from the store's accounts, of those filed before an instant. */
export async function givenOnDays(
  cloud: Cloud,
  days: readonly Day[],
  filedBefore: number,
): Promise<UnitSums> {
  if (days.length === 0) return NO_SUMS
  const { data } = (await cloud.db
    .collection('journal')
    .aggregate()
    .match({ day: cloud.db.command.in([...days]), filedAt: cloud.db.command.lt(filedBefore) })
    .unwind('$legs')
    .group({ _id: { account: '$legs.account', unit: '$legs.unit' }, amount: { $sum: '$legs.amount' } })
    .limit(READ_LIMIT)
    .end()) as { data: { _id: { account: Leg['account']; unit: Unit }; amount: number }[] }
  return givenByStore(data.map(({ _id, amount }) => ({ ..._id, amount })))
}
