import type { GrowthMode } from './window'

export interface GrowthSettings {
  readonly version: number
  readonly mode: GrowthMode
}

/** The longest window: growth is kept by the day for as long. */
export const LONGEST_WINDOW_DAYS = 731

export const DEFAULT_GROWTH: GrowthSettings = { version: 0, mode: { kind: 'allTime' } }
