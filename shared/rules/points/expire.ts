import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { move, post } from '../account/post'
import type { TierSettings } from '../tiers/settings'
import { expiredLots } from './lots'

/**
 * Takes out every lot whose last day is over, one entry a lot, dated to the end of that last day however late it is
 * noticed. Doing it again finds nothing. The account guards against doing it twice, since the lot is gone with the
 * entry; the sequence number in the cause keeps apart what lapsed on one day at two times (late imports).
 */
export function expirePoints(account: Account, today: Day, tiers: TierSettings, recordedAt: number): Account {
  return expiredLots(account.lots, today).reduce(
    (next, lot) =>
      post(
        next,
        {
          _id: `expiry:${next._id}:${lot.validUntil}:${next.seq + 1}`,
          kind: 'pointsExpired',
          at: startOfDay(addDays(lot.validUntil, 1)) - 1,
          day: lot.validUntil,
          recordedAt,
          source: `lot:${lot.validUntil}`,
          reason: { zh: '积分到期', en: 'Points expired' },
          legs: move('points', 'store.pointsExpired', 'points', lot.points),
          lots: [{ validUntil: lot.validUntil, points: -lot.points }],
          basis: { of: 'expiry', validUntil: lot.validUntil },
          rule: null,
          by: 'system',
        },
        tiers,
      ),
    account,
  )
}
