import type { PointsValidity } from './validity'

export interface PointsSettings {
  readonly version: number
  readonly validity: PointsValidity
}

export const DEFAULT_POINTS: PointsSettings = { version: 0, validity: { kind: 'endOfNextYear' } }
