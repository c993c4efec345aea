import type { Instant } from '@shared/kernel/businessDay'

/** So many of a SKU. */
export interface Pieces {
  readonly sku: string
  readonly quantity: number
}

/**
 * `opening` while pieces are being taken, `held` once all are; then sold (`settled`) or given back (`released`).
 * What is sold or given back stays so.
 */
export type ReservationState = 'opening' | 'held' | 'settled' | 'released'

export const MOVES: Readonly<Record<Exclude<ReservationState, 'opening'>, readonly ReservationState[]>> = {
  held: ['opening'],
  settled: ['held'],
  released: ['opening', 'held'],
}

/** A hold on pieces for something that has its own id: an order. */
export interface Reservation {
  /** What it holds for: letters, digits, `-` and `_`. */
  readonly id: string
  readonly member: string
  /** Each SKU once. */
  readonly lines: readonly Pieces[]
  readonly until: Instant
  readonly state: ReservationState
  /** What there was too little of, when it was given up for that. */
  readonly short: readonly Pieces[]
}

/** Pieces with each SKU once: one line takes what several ask for. */
export function eachSkuOnce(pieces: readonly Pieces[]): readonly Pieces[] {
  const sums = new Map<string, number>()
  for (const { sku, quantity } of pieces) sums.set(sku, (sums.get(sku) ?? 0) + quantity)
  return [...sums].map(([sku, quantity]) => ({ sku, quantity }))
}
