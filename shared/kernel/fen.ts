import { BP_ONE } from './rate'
import { ok, refuse, type Result } from './result'

/** Money: an integer of fen (1 yuan = 100 fen). */
export type Fen = number

/** Reads "12", "12.3" or "12.34" exactly, never through floating point; refuses anything else. */
export function parseYuan(text: string): Result<Fen, 'notMoney' | 'negative' | 'tooLarge'> {
  const match = /^([+-]?)(\d{1,16})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return refuse('notMoney')
  const [, sign, whole = '', fraction = ''] = match
  const fen = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return refuse('tooLarge')
  if (sign === '-' && fen > 0) return refuse('negative')
  return ok(fen)
}

/** "1280.00": plain digits, for files and logs; pages format with their own locale. */
export function yuanText(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The share of a non-negative amount at a rate in basis points, rounded half up to the fen. */
export function shareOf(amountFen: Fen, rateBp: number): Fen {
  const scaled = amountFen * rateBp
  if (!Number.isSafeInteger(scaled)) throw new RangeError(`shareOf: ${amountFen} × ${rateBp} bp is too large`)
  return Math.floor((scaled + BP_ONE / 2) / BP_ONE)
}
