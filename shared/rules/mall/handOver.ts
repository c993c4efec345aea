import { fromBase32, toBase32 } from '@shared/kernel/base32'

/**
 * 40 random bits: only staff can use such a code, so it need not stand up to everybody's guesses. It must be free when it is
 * given to a redemption, and is told apart by the redemption's state afterwards.
 */
export const HAND_OVER_BYTES = 5

/** The code that is shown at the shop, as people read it out: `K7QM3XTP` is `K7QM-3XTP`. Throws on any other length. */
export function handOverCode(bytes: Uint8Array): string {
  if (bytes.length !== HAND_OVER_BYTES) throw new RangeError(`a hand-over code of ${bytes.length} bytes`)
  const digits = toBase32(bytes)
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** The code in what was scanned or typed, in any case, with spaces or dashes or without. Null where there is none. */
export function handOverCodeIn(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\-‐‑–—]+/g, '')
  const bytes = digits.length > 8 ? null : fromBase32(digits, HAND_OVER_BYTES)
  return bytes && handOverCode(bytes)
}
