export interface CheckinReward {
  readonly points: number
  readonly growth: number
}

export interface CheckinSettings {
  readonly version: number
  /** What each day of the streak's cycle gives; after the last it begins again. */
  readonly cycle: readonly CheckinReward[]
}

export const DEFAULT_CHECKIN: CheckinSettings = {
  version: 0,
  cycle: [5, 5, 10, 5, 5, 10, 30].map((points) => ({ points, growth: 1 })),
}
