// Products of fen and rates pass 2^53 long before their quotients do, so they are divided as BigInt.

/** A quotient of non-negative wholes, rounded down. */
export function divideDown(dividend: bigint, divisor: bigint): number {
  return asNumber(dividend / divisor)
}

/** A quotient of non-negative wholes, rounded up. */
export function divideUp(dividend: bigint, divisor: bigint): number {
  return asNumber((dividend + divisor - 1n) / divisor)
}

/** A quotient of non-negative wholes, rounded half up. */
export function divideHalfUp(dividend: bigint, divisor: bigint): number {
  return asNumber((2n * dividend + divisor) / (2n * divisor))
}

function asNumber(whole: bigint): number {
  const number = Number(whole)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`divide: ${whole} is too large to be counted exactly`)
  return number
}
