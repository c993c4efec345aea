/** What a yuan paid in the end earns. */
export interface EarningSettings {
  readonly version: number
  readonly pointsPerYuan: number
  readonly growthPerYuan: number
}

export const DEFAULT_EARNING: EarningSettings = { version: 0, pointsPerYuan: 1, growthPerYuan: 1 }
