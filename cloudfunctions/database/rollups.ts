import type { Day } from '@shared/kernel/day'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'

/** The figures of a business day, or of all of them together: recomputed from the journal, never counted up. */
export interface Figures {
  readonly newMembers: number
  readonly orders: number
  readonly salesFen: number
  /** Members whose first order this was, and those who came back on another day for the first time. */
  readonly newBuyers: number
  readonly newRepeatBuyers: number
  readonly pointsIssued: number
  readonly pointsSpent: number
  readonly pointsExpired: number
  readonly checkins: number
}

export interface TierFlow {
  readonly from: string | null
  readonly to: string
  readonly members: number
}

export interface RollupDocument extends Figures {
  /** The day, or `total`. */
  readonly _id: string
  readonly schemaVersion: 1
  readonly of: 'day' | 'total'
  readonly tierFlows: readonly TierFlow[]
  readonly computedAt: number
}

export const TOTAL = 'total'

export const NO_FIGURES: Figures = {
  newMembers: 0,
  orders: 0,
  salesFen: 0,
  newBuyers: 0,
  newRepeatBuyers: 0,
  pointsIssued: 0,
  pointsSpent: 0,
  pointsExpired: 0,
  checkins: 0,
}

/** Some entries in the order in which they came into the journal. */
export interface FiledSlice {
  readonly days: readonly Day[]
  readonly lastFiledAt: number
  /** False when more entries came after these. */
  readonly isLast: boolean
}

/** More than the entries of the largest batch, which all carry one instant: a slice always gets past it. */
const ENTRIES_A_SLICE = 5_000

/** The business days of the next entries that came into the journal from an instant on. */
export async function daysFiledFrom(cloud: Cloud, since: number): Promise<FiledSlice> {
  const { data } = (await cloud.db
    .collection('journal')
    .aggregate()
    .match({ filedAt: cloud.db.command.gte(since) })
    .sort({ filedAt: 1 })
    .limit(ENTRIES_A_SLICE)
    .group({ _id: '$day', entries: { $sum: 1 }, lastFiledAt: { $max: '$filedAt' } })
    .limit(ENTRIES_A_SLICE)
    .end()) as { data: { _id: Day; entries: number; lastFiledAt: number }[] }
  return {
    days: data.map(({ _id }) => _id),
    lastFiledAt: data.reduce((last, { lastFiledAt }) => Math.max(last, lastFiledAt), since),
    isLast: sumOf(data, ({ entries }) => entries) < ENTRIES_A_SLICE,
  }
}

interface KindSum {
  readonly _id: { readonly kind: string; readonly from?: string | null; readonly to?: string | null }
  readonly entries: number
  readonly points: number
  readonly salesFen: number
  readonly newBuyers: number
  readonly newRepeatBuyers: number
}

const countIf = (field: string) => ({ $sum: { $cond: [{ $eq: [field, true] }, 1, 0] } })

/** One aggregate over the day's entries, by the day's index. */
export async function computeDay(cloud: Cloud, day: Day, at: number): Promise<RollupDocument> {
  const { data } = (await cloud.db
    .collection('journal')
    .aggregate()
    .match({ day })
    .group({
      _id: { kind: '$kind', from: '$tier.from', to: '$tier.to' },
      entries: { $sum: 1 },
      points: { $sum: '$change.points' },
      salesFen: { $sum: '$basis.amountFen' },
      newBuyers: countIf('$basis.firstOrder'),
      newRepeatBuyers: countIf('$basis.firstReturn'),
    })
    .limit(READ_LIMIT)
    .end()) as { data: KindSum[] }
  const entriesOf = (kind: string) => sumOf(data, (sum) => (sum._id.kind === kind ? sum.entries : 0))
  return {
    _id: day,
    schemaVersion: 1,
    of: 'day',
    newMembers: entriesOf('memberJoined'),
    orders: entriesOf('orderImported'),
    checkins: entriesOf('checkin'),
    salesFen: sumOf(data, (sum) => sum.salesFen),
    newBuyers: sumOf(data, (sum) => sum.newBuyers),
    newRepeatBuyers: sumOf(data, (sum) => sum.newRepeatBuyers),
    pointsIssued: sumOf(data, (sum) => Math.max(0, sum.points)),
    pointsExpired: sumOf(data, (sum) => (sum._id.kind === 'pointsExpired' ? -sum.points : 0)),
    pointsSpent: sumOf(data, (sum) => (sum._id.kind === 'pointsExpired' ? 0 : Math.max(0, -sum.points))),
    tierFlows: data.flatMap(({ _id, entries }) =>
      _id.to ? [{ from: _id.from ?? null, to: _id.to, members: entries }] : [],
    ),
    computedAt: at,
  }
}

/** The sum of all days. */
export async function computeTotal(cloud: Cloud, at: number): Promise<RollupDocument> {
  const days = () => cloud.db.collection('rollups').aggregate().match({ of: 'day' })
  const sums = Object.fromEntries(Object.keys(NO_FIGURES).map((figure) => [figure, { $sum: `$${figure}` }]))
  const [figures, flows] = (await Promise.all([
    days()
      .group({ _id: null, ...sums })
      .end(),
    days()
      .unwind('$tierFlows')
      .group({
        _id: { from: '$tierFlows.from', to: '$tierFlows.to' },
        members: { $sum: '$tierFlows.members' },
      })
      .limit(READ_LIMIT)
      .end(),
  ])) as [
    { data: (Figures & { _id: null })[] },
    { data: { _id: { from?: string | null; to: string }; members: number }[] },
  ]
  return {
    ...NO_FIGURES,
    ...figures.data[0],
    _id: TOTAL,
    schemaVersion: 1,
    of: 'total',
    tierFlows: flows.data.map(({ _id, members }) => ({ from: _id.from ?? null, to: _id.to, members })),
    computedAt: at,
  }
}

function sumOf<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0)
}
