import { daysOfMonth, type Day } from '@shared/kernel/day'
import type { Entry } from '@shared/rules/account/entry'
import {
  kindsOf,
  kindsOutside,
  LEDGER_ACCOUNTS,
  type EntryGroup,
  type LedgerFilter,
} from '@shared/rules/account/ledger'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import type { JournalDocument } from './documents'

/** An entry carries the instant of its call as `filedAt` and may be committed this much later. */
export const SETTLING_MS = 90_000

export function readEntry(cloud: Cloud, id: string): Promise<JournalDocument | null> {
  return getById<JournalDocument>(cloud, 'journal', id)
}

/** A member's newest refunds that left a debt of points, newest first. */
export async function readDebtRefunds(cloud: Cloud, memberId: string, limit: number): Promise<Entry[]> {
  const { data } = await cloud.db
    .collection('journal')
    .where({ member: memberId, kind: 'orderRefunded', 'change.pointsDebt': cloud.db.command.lt(0) })
    .orderBy('seq', 'desc')
    .limit(limit)
    .get()
  return data as Entry[]
}

/** A member's entries below a sequence number, newest first; those that a filter asks for when it is given. */
export async function readEntriesBelow(
  cloud: Cloud,
  memberId: string,
  below: number,
  limit: number,
  filter?: LedgerFilter,
): Promise<Entry[]> {
  const own = { member: memberId, seq: cloud.db.command.lt(below) }
  const { data } = await cloud.db
    .collection('journal')
    .where(filter ? asked(cloud, own, filter) : own)
    .orderBy('seq', 'desc')
    .limit(limit)
    .get()
  return data as Entry[]
}

/** Most entries of nearly every member: found sooner by walking the history than by gathering them kind by kind. */
const FREQUENT: EntryGroup = 'earned'

/**
 * A month is asked for by its days and a rare group by its kinds: by equality, an index that ends with the sequence
 * number gives them in its order, and what was not asked for is not read.
 */
function asked({ db: { command } }: Cloud, own: object, { unit, month, group }: LedgerFilter): object {
  const inMonth = month === null ? own : { ...own, day: command.in([...daysOfMonth(month)]) }
  const which =
    group === FREQUENT
      ? { ...inMonth, kind: command.nin([...kindsOutside(group)]) }
      : ofGroup(command, inMonth, group)
  if (unit === null) return which
  const changed = LEDGER_ACCOUNTS[unit].map((account) => ({ [`change.${account}`]: command.neq(0) }))
  return command.and([which, command.or(changed)])
}

/** Of the entries that a query finds those of a group: by their kinds, and for the levels whatever moved one too. */
function ofGroup(command: Cloud['db']['command'], which: object, group: EntryGroup | null): object {
  if (group === null) return which
  const kind = command.in([...kindsOf(group)])
  if (group !== 'tier') return { ...which, kind }
  return command.and([which, command.or([{ kind }, { tier: command.neq(null) }])])
}

/** A place in the journal of a day: entries of one instant stand by their ids. */
export interface JournalPlace {
  readonly at: number
  readonly id: string
}

/**
 * The shop's entries of a day, newest first, below a place where one is given; of a group where one is. Those of
 * the place's own instant are asked for apart: imported orders of a day all carry one, and are not gone through again.
 */
export async function readDayBelow(
  cloud: Cloud,
  day: Day,
  group: EntryGroup | null,
  below: JournalPlace | undefined,
  limit: number,
): Promise<Entry[]> {
  const { command } = cloud.db
  const newest = (which: object) => readNewest(cloud, ofGroup(command, { day, ...which }, group), limit)
  if (!below) return newest({})
  const [ofThatInstant, earlier] = await Promise.all([
    newest({ at: below.at, _id: command.lt(below.id) }),
    newest({ at: command.lt(below.at) }),
  ])
  return [...ofThatInstant, ...earlier].slice(0, limit)
}

async function readNewest({ db }: Cloud, query: object, limit: number): Promise<Entry[]> {
  const { data } = await db
    .collection('journal')
    .where(query)
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as Entry[]
}
