import type { Day } from '@shared/kernel/day'
import { groupBy } from '@shared/kernel/groupBy'
import type { EntryKind } from '@shared/rules/account/entry'
import { sumOf } from '@shared/kernel/sumOf'
import type { Cloud } from './cloud'
import { READ_LIMIT } from './documentAccess'

/** The figures of a business day, or of all of them together: recomputed from the journal, never counted up. */
export interface Figures {
  readonly newMembers: number
  readonly orders: number
  /** What was paid for goods, less what was refunded on that day: below zero when more went back. */
  readonly salesFen: number
  /** Members whose first order this was, and those who came back on another day for the first time. */
  readonly newBuyers: number
  readonly newRepeatBuyers: number
  /** What was earned, pending or repaying a debt too, less what refunds took back. */
  readonly pointsIssued: number
  /** What was used, less what came back. */
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

/** A day, and the instant at which the last of the entries that tell of it came into the journal. */
export interface FiledDay {
  readonly day: Day
  readonly lastFiledAt: number
}

/** Some entries in the order in which they came into the journal. */
export interface FiledSlice {
  readonly days: readonly FiledDay[]
  /** Every entry that came in before this instant is among these or the ones before; null when none came after. */
  readonly next: number | null
}

const ENTRIES_A_SLICE = 5_000

/** The business days of the next entries that came into the journal from an instant on. */
export async function daysFiledFrom(cloud: Cloud, since: number): Promise<FiledSlice> {
  const { command } = cloud.db
  const filed = await filedDays(cloud, command.gte(since), ENTRIES_A_SLICE)
  const days = filed.map(({ _id, lastFiledAt }) => ({ day: _id, lastFiledAt }))
  if (sumOf(filed, ({ entries }) => entries) < ENTRIES_A_SLICE) return { days, next: null }
  const last = days.reduce((latest, { lastFiledAt }) => Math.max(latest, lastFiledAt), since)
  if (last > since) return { days, next: last }
  // A timer's run files all that it does under one instant, which may be more than a slice: that instant whole then.
  const whole = await filedDays(cloud, command.eq(since))
  return { days: whole.map(({ _id }) => ({ day: _id, lastFiledAt: since })), next: since + 1 }
}

interface FiledSum {
  readonly _id: Day
  readonly entries: number
  readonly lastFiledAt: number
}

async function filedDays({ db }: Cloud, filedAt: object, most?: number): Promise<FiledSum[]> {
  const entries = db.collection('journal').aggregate().match({ filedAt })
  const { data } = (await (most === undefined ? entries : entries.sort({ filedAt: 1 }).limit(most))
    .group({ _id: '$day', entries: { $sum: 1 }, lastFiledAt: { $max: '$filedAt' } })
    .limit(ENTRIES_A_SLICE)
    .end()) as { data: FiledSum[] }
  return data
}

interface KindSum {
  readonly _id: {
    readonly day: Day
    readonly kind: EntryKind
    readonly from?: string | null
    readonly to?: string | null
  }
  readonly entries: number
  readonly points: number
  readonly pendingPoints: number
  readonly pointsDebt: number
  readonly fen: number
  readonly newBuyers: number
  readonly newRepeatBuyers: number
}

type PointsFigure = 'pointsIssued' | 'pointsSpent' | 'pointsExpired'

/** Each kind of entry counts towards one figure, so that issued less spent less expired is what members have and owe. */
const POINTS_FIGURE: Readonly<Record<EntryKind, PointsFigure>> = {
  memberJoined: 'pointsIssued',
  checkin: 'pointsIssued',
  orderImported: 'pointsIssued',
  orderPaid: 'pointsIssued',
  orderRefunded: 'pointsIssued',
  refundedByHand: 'pointsIssued',
  pointsSpent: 'pointsSpent',
  pointsReturned: 'pointsSpent',
  // From pending to points or to a debt: nothing in sum, as with growth.
  pointsReleased: 'pointsIssued',
  pointsExpired: 'pointsExpired',
  growthLapsed: 'pointsIssued',
  growthRecounted: 'pointsIssued',
  tierJudged: 'pointsIssued',
  tierGiven: 'pointsIssued',
  tierTakenBack: 'pointsIssued',
  upgradePoints: 'pointsIssued',
  benefitGranted: 'pointsIssued',
  toppedUp: 'pointsIssued',
  walletRefunded: 'pointsIssued',
  walletRefundReturned: 'pointsIssued',
  bonusConverted: 'pointsIssued',
  membershipPaid: 'pointsIssued',
  membershipRefunded: 'pointsIssued',
  giftCardsBought: 'pointsIssued',
  giftCardClaimed: 'pointsIssued',
  giftCardReturned: 'pointsIssued',
}

const countIf = (field: string) => ({ $sum: { $cond: [{ $eq: [field, true] }, 1, 0] } })

/** The figures of some days: one aggregate over their entries, by the index on the day. */
export async function computeDays(cloud: Cloud, days: readonly Day[], at: number): Promise<RollupDocument[]> {
  const sums = groupBy(await sumKinds(cloud, days), ({ _id }) => _id.day)
  return days.map((day) => figuresOf(day, sums.get(day) ?? [], at))
}

/** Should the days come to more sums than one answer holds, they are split until it is under the limit. */
async function sumKinds(cloud: Cloud, days: readonly Day[]): Promise<KindSum[]> {
  if (days.length === 0) return []
  const { data } = (await cloud.db
    .collection('journal')
    .aggregate()
    .match({ day: cloud.db.command.in([...days]) })
    .group({
      _id: { day: '$day', kind: '$kind', from: '$tier.from', to: '$tier.to' },
      entries: { $sum: 1 },
      points: { $sum: '$change.points' },
      pendingPoints: { $sum: '$change.pendingPoints' },
      pointsDebt: { $sum: '$change.pointsDebt' },
      fen: { $sum: '$basis.amountFen' },
      newBuyers: countIf('$basis.firstOrder'),
      newRepeatBuyers: countIf('$basis.firstReturn'),
    })
    .limit(READ_LIMIT)
    .end()) as { data: KindSum[] }
  if (data.length < READ_LIMIT || days.length === 1) return data
  const middle = Math.ceil(days.length / 2)
  const halves = await Promise.all([
    sumKinds(cloud, days.slice(0, middle)),
    sumKinds(cloud, days.slice(middle)),
  ])
  return halves.flat()
}

function figuresOf(day: Day, data: readonly KindSum[], at: number): RollupDocument {
  const ofKind = (amount: (sum: KindSum) => number, ...kinds: EntryKind[]) =>
    sumOf(data, (sum) => (kinds.includes(sum._id.kind) ? amount(sum) : 0))
  const entries = (sum: KindSum) => sum.entries
  const fen = (sum: KindSum) => sum.fen
  return {
    _id: day,
    schemaVersion: 1,
    of: 'day',
    newMembers: ofKind(entries, 'memberJoined'),
    orders: ofKind(entries, 'orderImported', 'orderPaid'),
    checkins: ofKind(entries, 'checkin'),
    salesFen: ofKind(fen, 'orderImported', 'orderPaid') - ofKind(fen, 'orderRefunded'),
    newBuyers: sumOf(data, (sum) => sum.newBuyers),
    newRepeatBuyers: sumOf(data, (sum) => sum.newRepeatBuyers),
    pointsIssued: pointsMoved(data, 'pointsIssued'),
    pointsSpent: 0 - pointsMoved(data, 'pointsSpent'),
    pointsExpired: 0 - pointsMoved(data, 'pointsExpired'),
    tierFlows: data.flatMap(({ _id, entries: members }) =>
      _id.to ? [{ from: _id.from ?? null, to: _id.to, members }] : [],
    ),
    computedAt: at,
  }
}

/** What members gained of points, those to come and those owed: negative for what they gave. */
function pointsMoved(data: readonly KindSum[], figure: PointsFigure): number {
  return sumOf(data, ({ _id, points, pendingPoints, pointsDebt }) =>
    POINTS_FIGURE[_id.kind] === figure ? points + pendingPoints + pointsDebt : 0,
  )
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
