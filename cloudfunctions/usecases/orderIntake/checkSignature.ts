import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { readSource, sourceOf, useNonce } from '../../database/intakeKeys'
import { openSecret } from '../../database/sealedSecret'
import type { HttpCall, HttpRequest } from '../../runtime/http'

/** Stands first in what is signed: a signature made for something else is none here. */
const SCHEME = 'CHANGKE-HMAC-SHA256'

const HEADERS = {
  'x-changke-key': /^[a-z0-9-]{1,32}\.[A-Za-z0-9_-]{1,32}$/,
  'x-changke-timestamp': /^\d{1,12}$/,
  'x-changke-nonce': /^[A-Za-z0-9_-]{16,64}$/,
  'x-changke-signature': /^[0-9a-f]{64}$/,
} as const

type HeaderName = keyof typeof HEADERS

/** How far a sender's clock may be from ours, to either side. */
const TOLERANCE_MS = 5 * 60_000

type SignatureRefusal = Refusal<
  'INTAKE_HEADER' | 'INTAKE_KEY' | 'INTAKE_TIMESTAMP' | 'INTAKE_SIGNATURE' | 'INTAKE_NONCE'
>

/** Whether a request comes from who holds a valid key, now, and for the first time; answers whose orders it tells of. */
export async function checkSignature(
  call: HttpCall,
  { headers, body }: HttpRequest,
): Promise<Result<{ source: string }, SignatureRefusal>> {
  const wrong = (Object.keys(HEADERS) as HeaderName[]).find(
    (name) => !HEADERS[name].test(headers.get(name) ?? ''),
  )
  if (wrong) return refuse({ code: 'INTAKE_HEADER', data: { header: wrong } })
  const given = (name: HeaderName): string => headers.get(name) ?? ''
  const [keyId, timestamp, nonce] = [
    given('x-changke-key'),
    given('x-changke-timestamp'),
    given('x-changke-nonce'),
  ]
  const signedAt = Number(timestamp) * 1_000
  if (Math.abs(call.at - signedAt) > TOLERANCE_MS)
    return refuse({ code: 'INTAKE_TIMESTAMP', data: { now: Math.floor(call.at / 1_000) } })
  const secret = await validSecret(call, keyId)
  if (secret === null) return refuse({ code: 'INTAKE_KEY', data: { key: keyId } })
  const signed = [SCHEME, keyId, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n')
  const right = createHmac('sha256', secret).update(signed).digest()
  if (!timingSafeEqual(right, Buffer.from(given('x-changke-signature'), 'hex')))
    return refuse({ code: 'INTAKE_SIGNATURE' })
  // Only now: who has no key could else fill the store with nonces, or use up those of others.
  if (!(await useNonce(call.cloud, keyId, nonce, signedAt + 2 * TOLERANCE_MS)))
    return refuse({ code: 'INTAKE_NONCE' })
  return ok({ source: sourceOf(keyId) })
}

/** Null for a key that is not there or was switched off. */
async function validSecret({ cloud, secret }: HttpCall, keyId: string): Promise<string | null> {
  const source = await readSource(cloud, sourceOf(keyId))
  const key = source?.keys.find(({ id, offAt }) => id === keyId && offAt === null)
  return key ? openSecret(key.sealed, key.id, secret) : null
}
