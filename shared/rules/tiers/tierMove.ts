import type { Day } from '@shared/kernel/day'
import type { Words } from '@shared/kernel/words'
import type { Cause } from './cause'
import type { Decision } from './judge'

/** A change of level and why, or a level that was kept for another term. `until` is its last day; null for no end. */
export interface TierMove {
  readonly kind: 'first' | 'up' | 'down' | 'reassign' | 'keep'
  /** Null for a member's first level. */
  readonly from: string | null
  readonly to: string
  readonly until: Day | null
  readonly cause: Cause | null
  readonly reason: Words
}

/** A new member's first level. */
export function firstMove(levelId: string): TierMove {
  const reason = { zh: '成为会员', en: 'Became a member' }
  return { kind: 'first', from: null, to: levelId, until: null, cause: null, reason }
}

/** What a judgement came to, as an entry keeps it; null when the level stays as it is. */
export function moveOf(decision: Decision): TierMove | null {
  if (decision.kind === 'stay') return null
  if (decision.kind !== 'keep') return decision
  const { levelId, until, cause, reason } = decision
  return { kind: 'keep', from: levelId, to: levelId, until, cause, reason }
}
