import { createHmac } from 'node:crypto'

/** A member's own id from what the platform knows them by: no look-up is needed, and the OPENID cannot be read from it. */
export function memberIdOf(openid: string, secret: string): string {
  return derive('openid', openid, secret)
}

/** The id of a customer whom only an earlier system knows. */
export function importedMemberId(source: string, customer: string, secret: string): string {
  return derive('import', `${source}:${customer}`, secret)
}

function derive(kind: string, key: string, secret: string): string {
  return `m${createHmac('sha256', secret).update(`${kind}\n${key}`).digest('base64url').slice(0, 22)}`
}
