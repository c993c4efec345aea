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

/** The characters of an id in the order in which the database compares them. */
const IN_ORDER = [...'-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz']
const PLACES = 5

/** The id below which a share of all members' ids lies, from 0 to less than 1: chance spreads them evenly. */
export function memberIdAt(share: number): string {
  let place = Math.floor(share * IN_ORDER.length ** PLACES)
  let digits = ''
  for (let i = 0; i < PLACES; i += 1) {
    digits = `${IN_ORDER[place % IN_ORDER.length]}${digits}`
    place = Math.floor(place / IN_ORDER.length)
  }
  return `m${digits}`
}
