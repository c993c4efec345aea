/** Of the buyers, how many the lowest level above the free one is meant for, and how many the highest. */
const WIDEST_BP = 3_500
const NARROWEST_BP = 200

/**
 * Shares of the buyers who are to reach each of the levels, lowest first, in basis points: from 35 % down to 2 %, each the
 * same part of the one below, rounded half up. A single level is meant for 35 %.
 */
export function targetSharesBp(levels: number): number[] {
  return Array.from({ length: levels }, (_, i) => shareOfLevel(i + 1, levels))
}

/** 0.35 · (0.02 / 0.35)^((k−1)/(K−1)) is the (K−1)th root of 0.35^(K−k) · 0.02^(k−1), which integers can tell exactly. */
function shareOfLevel(level: number, levels: number): number {
  if (levels === 1) return WIDEST_BP
  const product = BigInt(WIDEST_BP) ** BigInt(levels - level) * BigInt(NARROWEST_BP) ** BigInt(level - 1)
  return rootHalfUp(product, BigInt(levels - 1))
}

function rootHalfUp(product: bigint, degree: bigint): number {
  let [below, above] = [NARROWEST_BP, WIDEST_BP + 1]
  // The least share whose half step up lies above the root is the root, rounded half up.
  while (below < above) {
    const middle = Math.floor((below + above) / 2)
    if (BigInt(2 * middle + 1) ** degree > product * 2n ** degree) above = middle
    else below = middle + 1
  }
  return below
}
