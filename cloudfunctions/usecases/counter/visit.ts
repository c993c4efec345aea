import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@shared/kernel/businessDay'
import { keyOf, type ReadCode } from '../memberCode/memberCode'

/** Long enough to type in a bill. */
export const VISIT_LASTS_MS = 15 * 60_000

/** Who opened it. */
interface Till {
  readonly memberId: string
  readonly secret: string
}

/**
 * What a scanned code opens for the one who scanned it: a code is good for a minute, and a bill takes longer. Signed, and
 * of no use to anybody else of the staff.
 */
export function openVisit({ member, codeId }: ReadCode, till: Till, at: Instant): string {
  const body = `${member}.${codeId}.${(at + VISIT_LASTS_MS).toString(36)}`
  return `${body}.${macOf(body, till)}`
}

/** What the visit is of; null when it is over, or none that this clerk opened. */
export function readVisit(visit: string, till: Till, at: Instant): ReadCode | null {
  const end = visit.lastIndexOf('.')
  const [body, mac] = [visit.slice(0, end), visit.slice(end + 1)]
  const expected = macOf(body, till)
  if (mac.length !== expected.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return null
  const [member = '', codeId = '', until = ''] = body.split('.')
  return at < Number.parseInt(until, 36) ? { member, codeId } : null
}

function macOf(body: string, { memberId, secret }: Till): string {
  return createHmac('sha256', keyOf(secret)).update(`visit\n${memberId}\n${body}`).digest('base64url')
}
