import type { OutputOf } from '@shared/contracts'

/** All levels as their page has them, while they are on. */
export type Tiers = Extract<OutputOf<'tiers.read'>, { isOn: true }>

export type LevelShown = Tiers['levels'][number]
