/**
 * Splits a non-negative total over weights by largest remainder, so the parts always add up to the total.
 * Equal remainders go to the earlier weight. All weights zero: everything goes to the first.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) throw new RangeError('allocate: no weights')
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  if (sum === 0n) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight))
  const parts = exact.map((share) => Number(share / sum))
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  const left = total - parts.reduce((a, b) => a + b, 0)
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}
