/** Rates are integers of basis points: 10,000 = 100 %. */
export const BP_ONE = 10_000

/** part / whole in basis points, rounded down; 0 when there is no whole. */
export function ratioBp(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * BP_ONE) / whole)
}
