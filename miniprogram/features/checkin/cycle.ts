import type { OutputOf } from '@shared/contracts'

export type RewardDay = OutputOf<'checkin.calendar'>['cycle'][number]

/** What today's stamp gives; undefined once it is there. */
export function todaysReward(cycle: readonly RewardDay[]): RewardDay | undefined {
  return cycle.find((day) => day.state === 'today')
}

/** What tomorrow gives to a member who was here today: the day after the last stamp, or a new cycle's first. */
export function tomorrowsReward(cycle: readonly RewardDay[]): RewardDay | undefined {
  return cycle.find((day) => day.state === 'ahead') ?? cycle[0]
}

/** The stamp that is there since a moment ago: the last one. */
export function lastStamped(cycle: readonly RewardDay[]): number {
  return cycle.filter((day) => day.state === 'done').length
}
