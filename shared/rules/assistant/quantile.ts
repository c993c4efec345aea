import { BP_ONE } from '@shared/kernel/rate'

/**
 * The smallest of the values that at least a share of them does not exceed (nearest rank): always a value that is there,
 * never one in between. `ascending` must be sorted and must not be empty.
 */
export function quantile(ascending: readonly number[], shareBp: number): number {
  const rank = Math.max(1, Math.ceil((ascending.length * shareBp) / BP_ONE))
  const value = ascending[rank - 1]
  if (value === undefined) throw new RangeError(`quantile: no ${shareBp} bp of ${ascending.length} values`)
  return value
}
