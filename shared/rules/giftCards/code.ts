import { fromBase32, toBase32 } from '@shared/kernel/base32'

/** 128 random bits: nobody guesses a code, however many cards there are. */
export const CODE_BYTES = 16

/** As long as a link is that somebody shares; what is longer is none. */
const MOST_CHARACTERS = 1_024
const MOST_DECODINGS = 3

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 22 characters; the last holds two bits, so that each code is written in one way. */
const CODE = /^[A-Za-z0-9_-]{21}[AQgw]$/

/** Where links and mini-program codes carry it. */
const NAMED = /[?&#](?:scene|code|q)=([^&#?]*)/g

/** The code of 16 random bytes, as links, pictures and mini-program codes carry it. Throws on any other length. */
export function codeOf(bytes: Uint8Array): string {
  assertCodeBytes(bytes)
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = held * 256 + byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += BASE64URL.charAt(held >> bits)
      held %= 1 << bits
    }
  }
  return text + BASE64URL.charAt(held << (6 - bits))
}

/** The same code as it is printed for people: groups that can be typed in any case. Throws on any other length. */
export function printedCode(bytes: Uint8Array): string {
  assertCodeBytes(bytes)
  return toBase32(bytes).replace(/.{4}(?=.)/g, '$&-')
}

/**
 * The code in what somebody scanned, opened or typed: the scene of a mini-program code, a link (`q`, or what was
 * scanned), a bare code, or a printed one with spaces or dashes. Null where there is none.
 */
export function codeIn(text: string): string | null {
  if (text.length > MOST_CHARACTERS) return null
  const plain = decoded(text).normalize('NFKC').trim()
  const named = [...plain.matchAll(NAMED)].map(([, value = '']) => value)
  const [path = ''] = plain.split(/[?&]/, 1)
  const candidates = [plain, ...named.reverse(), path.split(/[/#]/).at(-1) ?? '']
  for (const candidate of candidates) {
    const code = bareCode(candidate)
    if (code !== null) return code
  }
  return null
}

/** WeChat hands over scenes and links encoded, and a link within a link twice. */
function decoded(text: string): string {
  let plain = text
  for (let times = 0; times < MOST_DECODINGS && plain.includes('%'); times += 1) {
    try {
      plain = decodeURIComponent(plain)
    } catch {
      return plain
    }
  }
  return plain
}

function bareCode(text: string): string | null {
  const squeezed = text.replace(/\s+/g, '')
  if (CODE.test(squeezed)) return squeezed
  const bytes = fromBase32(squeezed.replace(/[-‐‑–—]/g, ''), CODE_BYTES)
  return bytes && codeOf(bytes)
}

function assertCodeBytes(bytes: Uint8Array): void {
  if (bytes.length !== CODE_BYTES) throw new RangeError(`a code of ${bytes.length} bytes`)
}
