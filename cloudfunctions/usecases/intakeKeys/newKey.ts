import { randomBytes } from 'node:crypto'
import type { IntakeKey } from '../../database/intakeKeys'
import { sealSecret } from '../../database/sealedSecret'
import type { Call } from '../../runtime/call'

/** A key with its secret: the only moment at which the secret is readable. */
export interface MadeKey {
  readonly key: IntakeKey
  readonly told: { readonly id: string; readonly source: string; readonly secret: string }
}

export function newKey({ at, memberId, secret: masterSecret }: Call, source: string): MadeKey {
  const id = `${source}.${randomBytes(9).toString('base64url')}`
  const secret = randomBytes(32).toString('base64url')
  return {
    key: {
      id,
      sealed: sealSecret(secret, id, masterSecret),
      createdAt: at,
      createdBy: memberId,
      offAt: null,
    },
    told: { id, source, secret },
  }
}

/** Keys that were switched off long ago are no longer told of. */
const MOST_KEPT = 10

/** The keys of a system with a new one, the newest first. */
export function withNew(keys: readonly IntakeKey[], key: IntakeKey): readonly IntakeKey[] {
  return [key, ...keys].slice(0, MOST_KEPT)
}
