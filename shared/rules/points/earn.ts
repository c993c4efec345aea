import { addDays, type Day } from '@shared/kernel/day'
import type { Account, EarnedToday } from '../account/account'
import type { Leg } from '../account/entry'
import { move } from '../account/legs'
import type { Behaviour, PointsSource } from '../earning/behaviour'
import type { Settings } from '../settings/settings'
import type { LotChange } from './lots'
import type { PendingLot } from './pending'
import { repay } from './takeBack'
import { validUntil } from './validity'

/** Points (or growth) from money at a whole rate per yuan: rounded down, once an order. */
export function fromMoney(amountFen: number, perYuan: number): number {
  return Math.floor((amountFen * perYuan) / 100)
}

/** What issuing points does to the books. */
export interface Issued {
  readonly legs: readonly Leg[]
  readonly lots: readonly LotChange[]
  readonly pending: readonly PendingLot[]
  readonly repaid: number
  readonly validUntil: Day | null
  /** The day on which they become available; null for at once. */
  readonly releaseDay: Day | null
}

/** Points earned by a behaviour, as far as the day's cap left room. */
export interface Earning extends Issued {
  readonly earnedToday: EarnedToday
  /** What the day's cap left. */
  readonly points: number
}

/** Earns points for what a member does on a day, as far as the behaviour's cap of the day leaves room. */
export function earnPoints(
  account: Account,
  behaviour: Behaviour,
  due: number,
  today: Day,
  settings: Settings,
  releaseDays = 0,
): Earning {
  const earnedBefore = account.earnedToday?.day === today ? account.earnedToday.points : {}
  const room = (settings.earning.dailyCaps[behaviour] ?? Infinity) - (earnedBefore[behaviour] ?? 0)
  const points = Math.max(0, Math.min(due, room))
  const earnedToday = {
    day: today,
    points: { ...earnedBefore, [behaviour]: (earnedBefore[behaviour] ?? 0) + points },
  }
  return { ...issuePoints(account, behaviour, points, today, settings, releaseDays), earnedToday, points }
}

/**
 * Issues points to a member on a day, a debt repaid first. With days to wait they are pending, and repay a debt when
 * they come in.
 */
export function issuePoints(
  account: Account,
  source: PointsSource,
  points: number,
  today: Day,
  settings: Settings,
  releaseDays = 0,
): Issued {
  const releaseDay = releaseDays > 0 ? addDays(today, releaseDays) : null
  const until = validUntil(settings.points.validity, releaseDay ?? today)
  const from = `store.pointsIssued.${source}` as const
  const isLater = releaseDay !== null
  const { repaid, kept } = isLater ? { repaid: 0, kept: 0 } : repay(points, -account.balances.pointsDebt)
  const later = isLater ? points : 0
  return {
    legs: [
      ...move(from, 'points', 'points', kept),
      ...move(from, 'pointsDebt', 'points', repaid),
      ...move(from, 'pendingPoints', 'points', later),
    ],
    lots: kept > 0 ? [{ validUntil: until, points: kept }] : [],
    pending: isLater && points > 0 ? [{ releaseDay, validUntil: until, points }] : [],
    repaid,
    validUntil: until,
    releaseDay,
  }
}
