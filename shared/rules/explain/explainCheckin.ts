import type { Basis, Entry } from '../account/entry'
import { afterLines } from './afterLines'
import { dailyCapLines, earnedBy, whereLines } from './earnedLines'
import { fact, part, sum, type ExplainLine } from './explanation'

type CheckinBasis = Extract<Basis, { of: 'checkin' }>

/** Opens a check-in: the day of the cycle, the day's cap, where the points went. */
export function checkinLines(entry: Entry, basis: CheckinBasis): ExplainLine[] {
  const { streak, cycleDay, rewardPoints, dailyCap } = basis
  const got = earnedBy(entry)
  return [
    fact({ zh: '连续签到', en: 'Days in a row' }, streak, 'days'),
    part(
      { zh: `周期第 ${cycleDay} 天的奖励`, en: `Reward of day ${cycleDay} of the cycle` },
      rewardPoints,
      'points',
    ),
    ...dailyCapLines(rewardPoints, got, dailyCap, { zh: '签到', en: 'check-ins' }),
    sum({ zh: '获得积分', en: 'Points earned' }, got, 'points'),
    ...whereLines(entry),
    ...afterLines(entry, { growth: { zh: '签到的成长值奖励', en: 'Growth for the check-in' } }),
  ]
}
