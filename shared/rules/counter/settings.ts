import type { Fen } from '@shared/kernel/fen'

/** What a till may do by itself. */
export interface CounterSettings {
  readonly version: number
  /** Taking more than this from a member, in stored value and points, they confirm on their own phone; null: never asked. */
  readonly confirmAboveFen: Fen | null
}

export const DEFAULT_COUNTER: CounterSettings = { version: 0, confirmAboveFen: 20_000 }
