/** Crockford's base 32: without I, L, O and U, so that people can read and type it. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as digits that people can type; the first digit holds the bits that are over. */
export function toBase32(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const digits = Array.from({ length: Math.ceil((bytes.length * 8) / 5) }, () => {
    const digit = DIGITS.charAt(Number(value % 32n))
    value /= 32n
    return digit
  })
  return digits.reverse().join('')
}

/** So many bytes as somebody typed them: in any case, with O for 0, and I or L for 1. Null where it is something else. */
export function fromBase32(text: string, length: number): Uint8Array | null {
  if (text.length !== Math.ceil((length * 8) / 5)) return null
  const digits = [...text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')].map((digit) =>
    DIGITS.indexOf(digit),
  )
  if (digits.some((digit) => digit < 0)) return null
  let value = digits.reduce((sum, digit) => sum * 32n + BigInt(digit), 0n)
  const bytes = new Uint8Array(length)
  for (let place = length - 1; place >= 0; place -= 1) {
    bytes[place] = Number(value % 256n)
    value /= 256n
  }
  return value === 0n ? bytes : null
}
