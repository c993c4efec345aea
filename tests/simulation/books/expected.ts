import type { Day } from '@shared/kernel/day'
import type { Behaviour } from '@shared/rules/earning/behaviour'
import type { GrowthChange } from './growthBooks'

export type LotChange = readonly [validUntil: Day | null, points: number]
export type PendingChange = readonly [releaseDay: Day, validUntil: Day | null, points: number]

/** What an entry must have changed, worked out from the command that caused it; what is left out, nothing. */
export interface Expected {
  readonly lots?: readonly LotChange[]
  readonly pending?: readonly PendingChange[]
  /** Above zero: so much of the debt is repaid; below: so much more is owed. */
  readonly debt?: number
  readonly growth?: readonly GrowthChange[]
  readonly bought?: { readonly day: Day; readonly fen: number }
  readonly refunded?: { readonly fen: number; readonly isWhole: boolean }
  readonly stamped?: Day
  readonly earned?: { readonly behaviour: Behaviour; readonly points: number }
  /** What the entry must note beside what it changes, and what it does. */
  readonly notes?: { readonly right: string; readonly found: string }
  /** Written down once the entry has turned out to be the expected one. */
  readonly then?: () => void
}

/** The changes of a kind in one form, however they were listed: merged, without zeros, sorted. */
export function inOneForm(
  changes: readonly (readonly (string | number | null)[])[],
  amounts: number,
): string {
  if (changes.length === 0) return ''
  const merged = new Map<string, number[]>()
  for (const change of changes) {
    const key = change.slice(0, -amounts).join(' ')
    const sums = merged.get(key) ?? Array.from({ length: amounts }, () => 0)
    change.slice(-amounts).forEach((amount, index) => (sums[index]! += Number(amount)))
    merged.set(key, sums)
  }
  return [...merged]
    .filter(([, sums]) => sums.some((amount) => amount !== 0))
    .map(([key, sums]) => `${key}: ${sums.join(' ')}`)
    .sort()
    .join(', ')
}
