import { quantile } from './quantile'

/** Values of which none stands above the cap, and how many were brought down to it. */
export interface Winsorised {
  readonly ascending: readonly number[]
  readonly cap: number
  readonly capped: number
}

/** Brings what stands above a quantile down to it, so that a few huge buyers do not speak for all. */
export function winsorise(ascending: readonly number[], atBp: number): Winsorised {
  const cap = quantile(ascending, atBp)
  return {
    ascending: ascending.map((value) => Math.min(value, cap)),
    cap,
    capped: ascending.filter((value) => value > cap).length,
  }
}
