import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { Signer } from '@cloudbase/signature-nodejs'
import { errors } from './gatewayError'
import { limits } from './limits'

export interface Credentials {
  secretId: string
  secretKey: string
}

export interface SignedRequest {
  method: string
  /** Path and query. */
  url: string
  headers: IncomingHttpHeaders
  body: unknown
}

/** The span of times that a signature may have been made at, in ms: the machine's and the turned clock may differ. */
export interface TimeSpan {
  from: number
  to: number
}

/** Verifies TC3-HMAC-SHA256 as node-sdk and wx-server-sdk sign; throws SIGN_PARAM_INVALID. */
export function verifySdkSignature(request: SignedRequest, credentials: Credentials, span: TimeSpan): void {
  const given = parseAuthorization(request.headers.authorization, credentials)
  const timestamp = Number(request.headers['x-timestamp'])
  const seconds = Math.min(
    Number(request.headers['x-signature-expires'] ?? limits.signatureSeconds),
    limits.signatureSeconds,
  )
  refuseExpired(timestamp, seconds, span)
  const url = `http://${request.headers.host ?? ''}${request.url}`
  const expected = sign(credentials, given, request, url, { timestamp, isCloudApi: false })
  refuseOther(given.signature, expected)
}

/** Verifies a cloud API request of version 2018-06-08 as manager-node signs it, which leaves the port out. */
export function verifyManagerSignature(
  request: SignedRequest,
  credentials: Credentials,
  span: TimeSpan,
): void {
  const given = parseAuthorization(request.headers.authorization, credentials)
  const timestamp = Number(request.headers['x-tc-timestamp'])
  refuseExpired(timestamp, limits.signatureSeconds, span)
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const signed = { ...request, headers: { ...request.headers, host } }
  const expected = sign(credentials, given, signed, `http://${host}${request.url}`, {
    timestamp,
    isCloudApi: true,
  })
  refuseOther(given.signature, expected)
}

interface Authorization {
  service: string
  signedHeaders: string[]
  signature: string
}

const pattern =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/\d{4}-\d\d-\d\d\/([^/]+)\/tc3_request,(?: SignedParams=[^,]*,)? SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

function parseAuthorization(header: string | undefined, credentials: Credentials): Authorization {
  const match = pattern.exec(header ?? '')
  if (!match) throw errors.signature('The authorization header is missing or not TC3-HMAC-SHA256')
  const [, secretId, service, signedHeaders, signature] = match
  if (secretId !== credentials.secretId) throw errors.signature('The SecretId is not found')
  return { service: service!, signedHeaders: signedHeaders!.split(';'), signature: signature! }
}

function sign(
  { secretId, secretKey }: Credentials,
  given: Authorization,
  { method, headers, body }: SignedRequest,
  url: string,
  { timestamp, isCloudApi }: { timestamp: number; isCloudApi: boolean },
): string {
  const signedHeaders: Record<string, string> = {}
  for (const name of given.signedHeaders) signedHeaders[name] = String(headers[name] ?? '')
  try {
    const signer = new Signer({ secretId, secretKey }, given.service)
    // node-sdk puts the method in as it was given, in lower case
    const verb = isCloudApi ? method : method.toLowerCase()
    return signer
      .tc3sign(verb, url, signedHeaders, body as object, timestamp, { isCloudApi })
      .signature.toString()
  } catch (error) {
    throw errors.signature((error as Error).message)
  }
}

function refuseExpired(timestamp: number, seconds: number, span: TimeSpan): void {
  const at = timestamp * 1_000
  if (at >= span.from - seconds * 1_000 && at <= span.to + seconds * 1_000) return
  throw errors.signature('The signature has expired: check the time of this machine')
}

function refuseOther(given: string, expected: string): void {
  if (timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return
  throw errors.signature('The signature does not match: check the SecretKey')
}
