import type { PointsValidity } from './validity'
import type { ToCash } from './toCash'

export interface PointsSettings {
  readonly version: number
  readonly validity: PointsValidity
  /** How long points are good for that come back after their own lot has lapsed. */
  readonly graceDays: number
  readonly toCash: ToCash
}

export const DEFAULT_POINTS: PointsSettings = {
  version: 0,
  validity: { kind: 'endOfNextYear' },
  graceDays: 30,
  toCash: {
    pointsPerYuan: 100,
    step: 100,
    minimum: 100,
    cap: { kind: 'shareOfPayable', shareBp: 5_000 },
    allowsZero: false,
  },
}
