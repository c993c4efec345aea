import type { CheckinReward, CheckinSettings } from './settings'

/** The place of a streak's day in the cycle, from 1. */
export function cycleDayOf(streak: number, settings: CheckinSettings): number {
  return ((streak - 1) % settings.cycle.length) + 1
}

export function rewardOf(streak: number, settings: CheckinSettings): CheckinReward {
  const reward = settings.cycle[cycleDayOf(streak, settings) - 1]
  if (!reward) throw new Error('the check-in cycle is empty')
  return reward
}

/** A day of the running cycle as the strip shows it. */
export interface CycleDay {
  streakDay: number
  points: number
  growth: number
  state: 'done' | 'today' | 'ahead'
}

/** The days of the cycle that the streak is in; a finished cycle stays shown until the next day begins. */
export function runningCycle(streak: number, doneToday: boolean, settings: CheckinSettings): CycleDay[] {
  const length = settings.cycle.length
  const facing = doneToday ? streak : streak + 1
  const first = facing - ((facing - 1) % length)
  return settings.cycle.map((reward, index) => {
    const streakDay = first + index
    const state = streakDay <= streak ? 'done' : streakDay === facing ? 'today' : 'ahead'
    return { streakDay, points: reward.points, growth: reward.growth, state }
  })
}
