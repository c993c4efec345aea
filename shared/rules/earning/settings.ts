import type { Behaviour } from './behaviour'
import type { MultiplierRule } from './multipliers'
import type { Stacking } from './stack'

/** What a yuan paid in the end earns, and what multiplies it. */
export interface EarningSettings {
  readonly version: number
  readonly pointsPerYuan: number
  readonly growthPerYuan: number
  /** Multipliers of points that always stand; those of a season are campaigns. */
  readonly multipliers: readonly MultiplierRule[]
  readonly stacking: Stacking
  /** No rate goes above this, in basis points; null for no cap. */
  readonly capBp: number | null
  /** Days after the order until its points can be spent; 0 for at once. */
  readonly releaseDays: number
  /** The most points a behaviour earns on one business day; one that is not named has no cap. */
  readonly dailyCaps: Readonly<Partial<Record<Behaviour, number>>>
}

export const DEFAULT_EARNING: EarningSettings = {
  version: 0,
  pointsPerYuan: 1,
  growthPerYuan: 1,
  multipliers: [],
  stacking: 'best',
  capBp: null,
  releaseDays: 0,
  dailyCaps: {},
}
