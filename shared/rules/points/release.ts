import { startOfDay } from '@shared/kernel/businessDay'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import type { PendingLot } from './pending'
import { repay } from './takeBack'

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
