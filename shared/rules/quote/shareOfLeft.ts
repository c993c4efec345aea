/** The share of what is left that goes with a part of something, rounded down: the last part takes the rest. */
export function shareOfLeft(left: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(left) * BigInt(part)) / BigInt(whole))
}
