import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@shared/kernel/businessDay'
import { ok, refuse, type Result } from '@shared/kernel/result'

/** How long a code is good. */
export const CODE_LIVES_MS = 60_000

const MEMBER = /^m[A-Za-z0-9_-]{22}$/
const DIGITS = /^1(\d{76})$/
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

// What a code is made of, in bits: whose it is, the second in which it was made, chance, and the signature.
const MEMBER_BITS = 132n
const SECOND_BITS = 34n
const NONCE_BITS = 20n
const MAC_BITS = 64n

interface CodeParts {
  readonly member: string
  readonly issuedAt: Instant
  readonly nonce: number
}

/** What a code says once it is found to be ours. */
export interface ReadCode {
  readonly member: string
  /** One for each code: what was charged by it has this number. */
  readonly codeId: string
}

/**
 * A member's code: 77 digits, which a QR code holds in its densest mode. Signed, so that nobody can make one, and the
 * shop needs to keep nothing of it until it is used.
 */
export function makeCode(member: string, at: Instant, secret: string): string {
  return codeOf({ member, issuedAt: at - (at % 1_000), nonce: randomInt(2 ** Number(NONCE_BITS)) }, secret)
}

/** Whose code it is; refused when it is none of ours, or older than it may be. What is between the digits does not count. */
export function readCode(text: string, at: Instant, secret: string): Result<ReadCode, 'unknown' | 'expired'> {
  const digits = DIGITS.exec(text.replace(/[\s-]/g, ''))?.[1]
  const parts = digits === undefined ? null : partsOf(BigInt(digits))
  if (!parts) return refuse('unknown')
  if (!isSame(codeOf(parts, secret), `1${digits}`)) return refuse('unknown')
  const ageMs = at - parts.issuedAt
  // Two instances' clocks may be a little apart.
  if (ageMs >= CODE_LIVES_MS || ageMs < -CODE_LIVES_MS) return refuse('expired')
  return ok({ member: parts.member, codeId: idOf(digits!, secret) })
}

function codeOf({ member, issuedAt, nonce }: CodeParts, secret: string): string {
  const payload =
    (((memberNumber(member) << SECOND_BITS) | BigInt(issuedAt / 1_000)) << NONCE_BITS) | BigInt(nonce)
  const number = (payload << MAC_BITS) | macOf(payload.toString(), secret)
  return `1${number.toString().padStart(76, '0')}`
}

function partsOf(number: bigint): CodeParts | null {
  if (number >> (MEMBER_BITS + SECOND_BITS + NONCE_BITS + MAC_BITS) !== 0n) return null
  const payload = number >> MAC_BITS
  const seconds = (payload >> NONCE_BITS) & ((1n << SECOND_BITS) - 1n)
  return {
    member: memberOf(payload >> (NONCE_BITS + SECOND_BITS)),
    issuedAt: Number(seconds) * 1_000,
    nonce: Number(payload & ((1n << NONCE_BITS) - 1n)),
  }
}

/** A member's id holds 22 characters of six bits each. */
function memberNumber(member: string): bigint {
  if (!MEMBER.test(member)) throw new Error('a code is made for a member')
  return [...member.slice(1)].reduce((sum, each) => (sum << 6n) | BigInt(BASE64URL.indexOf(each)), 0n)
}

function memberOf(number: bigint): string {
  const places = Array.from({ length: 22 }, (_, i) => Number((number >> BigInt(6 * (21 - i))) & 63n))
  return `m${places.map((place) => BASE64URL[place]).join('')}`
}

function macOf(payload: string, secret: string): bigint {
  const mac = createHmac('sha256', keyOf(secret)).update(payload).digest()
  return mac.readBigUInt64BE(0)
}

function idOf(digits: string, secret: string): string {
  return createHmac('sha256', keyOf(secret)).update(`id\n${digits}`).digest('base64url').slice(0, 20)
}

export function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'changke member codes', 32))
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
