import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { move, post } from '../account/post'
import type { Settings } from '../settings/settings'
import { repay } from './takeBack'

/** Points that become available on a day, with the last day they are good for. One lot for each pair of days. */
export interface PendingLot {
  readonly releaseDay: Day
  readonly validUntil: Day | null
  readonly points: number
}

/** Merges changes into what is to come; what is used up goes. Throws when a lot would go below zero. */
export function applyPending(
  pending: readonly PendingLot[],
  changes: readonly PendingLot[],
): readonly PendingLot[] {
  if (changes.length === 0) return pending
  const byDays = new Map(pending.map((lot) => [keyOf(lot), lot]))
  for (const change of changes) {
    const points = (byDays.get(keyOf(change))?.points ?? 0) + change.points
    if (points < 0) throw new Error(`points due on ${change.releaseDay} would be ${points}`)
    if (points > 0) byDays.set(keyOf(change), { ...change, points })
    else byDays.delete(keyOf(change))
  }
  return [...byDays].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot)
}

/** What never lapses comes after what does. */
const keyOf = ({ releaseDay, validUntil }: PendingLot): string => `${releaseDay} ${validUntil ?? '~'}`

/** Makes points available whose day has come; a debt is repaid from them first. */
export function release(account: Account, lot: PendingLot, settings: Settings, recordedAt: number): Account {
  const { repaid, kept } = repay(lot.points, -account.balances.pointsDebt)
  return post(
    account,
    {
      _id: `release:${account._id}:${lot.releaseDay}:${account.seq + 1}`,
      kind: 'pointsReleased',
      at: startOfDay(lot.releaseDay),
      day: lot.releaseDay,
      recordedAt,
      source: `pending:${lot.releaseDay}`,
      reason: { zh: '待入账积分到账', en: 'Pending points came in' },
      legs: [
        ...move('pendingPoints', 'points', 'points', kept),
        ...move('pendingPoints', 'pointsDebt', 'points', repaid),
      ],
      lots: kept > 0 ? [{ validUntil: lot.validUntil, points: kept }] : [],
      pending: [{ ...lot, points: -lot.points }],
      basis: { of: 'release', releaseDay: lot.releaseDay, validUntil: lot.validUntil, repaid },
      rule: null,
      by: 'system',
    },
    settings,
  )
}
