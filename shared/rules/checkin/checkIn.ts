import { addMonths, type Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import { gained } from '../growth/lapse'
import { earnPoints } from '../points/earn'
import { cycleDayOf, rewardOf } from './reward'
import { isChecked, since, streakEnding, withDay } from './runs'

/** The cause of a check-in: one a member and business day, however often it is asked for. */
export function checkinCause(memberId: string, day: Day): string {
  return `checkin:${memberId}:${day}`
}

/** The earliest month whose stamps the account still knows: this one and the two before. */
export function earliestMonth(today: Day): string {
  return addMonths(`${today.slice(0, 7)}-01`, -2).slice(0, 7)
}

/**
 * Stamps today on a settled account: the streak's reward in points and growth, once a business day.
 * Null when today is stamped already.
 */
export function checkIn(account: Account, today: Day, at: number, settings: Settings): Account | null {
  if (isChecked(account.checkinRuns, today)) return null
  const checkinRuns = since(withDay(account.checkinRuns, today), `${earliestMonth(today)}-01`)
  const streak = streakEnding(checkinRuns, today)
  const reward = rewardOf(streak, settings.checkin)
  const cycleDay = cycleDayOf(streak, settings.checkin)
  const earning = earnPoints(account, 'checkin', reward.points, today, settings)
  return post(
    { ...account, checkinRuns, earnedToday: earning.earnedToday },
    {
      _id: checkinCause(account._id, today),
      kind: 'checkin',
      at,
      day: today,
      recordedAt: at,
      source: `checkin:${today}`,
      reason: { zh: `签到 · 连续第 ${streak} 天`, en: `Check-in · day ${streak} in a row` },
      legs: [...earning.legs, ...move('store.growthIssued.checkin', 'growth', 'growth', reward.growth)],
      lots: earning.lots,
      growthDays: gained(today, reward.growth),
      basis: {
        of: 'checkin',
        streak,
        cycleDay,
        cycleDays: settings.checkin.cycle.length,
        rewardPoints: reward.points,
        dailyCap: settings.earning.dailyCaps.checkin ?? null,
        pointsVersion: settings.points.version,
      },
      rule: { topic: 'checkin', version: settings.checkin.version },
      by: 'member',
    },
    settings,
  )
}
