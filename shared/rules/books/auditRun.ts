import type { Day } from '@shared/kernel/day'
import type { Difference } from './difference'
import { addSums, NO_SUMS, storeDifferences, type UnitSums } from './unitSums'

/** How far a run has come: the members in the order of their ids, then the days of the shop's figures. */
export interface AuditCursor {
  readonly phase: 'members' | 'days'
  /** The last one done; empty at the beginning of a phase. */
  readonly after: string
}

export interface AuditCounts {
  readonly members: number
  readonly entries: number
  readonly orders: number
  readonly ordersFen: number
  readonly days: number
}

/** One audit of all books. Slices carry it on, each committed against the version that it began from. */
export interface AuditRun extends AuditCounts {
  /** Runs are numbered, so that of two that start at once only one can be the next. */
  readonly _id: string
  readonly schemaVersion: 1
  readonly version: number
  readonly state: 'running' | 'done'
  readonly by: 'system' | `staff:${string}`
  /** The call that started it. */
  readonly requestId: string
  readonly day: Day
  readonly startedAt: number
  readonly finishedAt: number | null
  /** The last nightly run up to and including this one. */
  readonly nightly: { readonly day: Day; readonly startedAt: number } | null
  readonly cursor: AuditCursor
  /** How many members there were at the start: what progress is measured by. */
  readonly membersAtStart: number
  /** Entries filed before this instant are all in the journal: they are added up by member and by day. */
  readonly filedBefore: number
  /** What those entries left with members, added up member by member. */
  readonly held: UnitSums
  /** What they took from the store's accounts, added up day by day. */
  readonly given: UnitSums
  /** The first ones; `differenceCount` counts them all. */
  readonly differences: readonly Difference[]
  readonly differenceCount: number
  /** For how many of them an alert was raised. */
  readonly alerted: number
}

/** What one slice found. */
export interface AuditSlice extends AuditCounts {
  /** Where the next one goes on; null when nothing is left. */
  readonly next: AuditCursor | null
  readonly held: UnitSums
  readonly given: UnitSums
  readonly differences: readonly Difference[]
}

export const NO_COUNTS: AuditCounts = { members: 0, entries: 0, orders: 0, ordersFen: 0, days: 0 }

/** The run document stays bounded. */
export const DIFFERENCES_KEPT = 100

export type AuditStart = Pick<
  AuditRun,
  'by' | 'requestId' | 'day' | 'startedAt' | 'membersAtStart' | 'filedBefore'
>

const ID_DIGITS = 8

/** The run after the latest one. */
export function nextRun(latest: AuditRun | null, start: AuditStart): AuditRun {
  const { by, day, startedAt } = start
  return {
    ...NO_COUNTS,
    ...start,
    _id: String(Number(latest?._id ?? 0) + 1).padStart(ID_DIGITS, '0'),
    schemaVersion: 1,
    version: 1,
    state: 'running',
    finishedAt: null,
    nightly: by === 'system' ? { day, startedAt } : (latest?.nightly ?? null),
    cursor: { phase: 'members', after: '' },
    held: NO_SUMS,
    given: NO_SUMS,
    differences: [],
    differenceCount: 0,
    alerted: 0,
  }
}

/** The run with one slice more; with the last one, the shop as a whole is compared and the run is done. */
export function withSlice(run: AuditRun, slice: AuditSlice, at: number): AuditRun {
  const held = addSums(run.held, slice.held)
  const given = addSums(run.given, slice.given)
  const found = slice.next ? slice.differences : [...slice.differences, ...storeDifferences(given, held)]
  return {
    ...run,
    version: run.version + 1,
    members: run.members + slice.members,
    entries: run.entries + slice.entries,
    orders: run.orders + slice.orders,
    ordersFen: run.ordersFen + slice.ordersFen,
    days: run.days + slice.days,
    held,
    given,
    differences: [...run.differences, ...found].slice(0, DIFFERENCES_KEPT),
    differenceCount: run.differenceCount + found.length,
    ...(slice.next ? { cursor: slice.next } : { state: 'done', finishedAt: at }),
  }
}

/** One nightly run a business day. */
export function isNightlyDue(latest: AuditRun | null, today: Day): boolean {
  return !latest?.nightly || latest.nightly.day < today
}

const MISSED_AFTER_MS = 25 * 3_600_000

/** The day's timer starts the nightly run; an hour after one that never started, another timer may. */
export function isNightlyMissed(latest: AuditRun | null, at: number): boolean {
  return latest?.nightly != null && at - latest.nightly.startedAt > MISSED_AFTER_MS
}
