import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Shop } from './shop'

export interface IntakeKeyTold {
  readonly id: string
  readonly secret: string
}

export interface IntakeReply {
  readonly status: number
  readonly body: {
    readonly ok: boolean
    readonly error?: {
      readonly code: string
      readonly words: { zh: string; en: string }
      readonly data?: object
    }
    readonly results?: readonly {
      readonly index: number
      readonly status: string
      readonly error?: {
        readonly code: string
        readonly words: { zh: string; en: string }
        readonly data?: object
      }
      readonly waited?: readonly { refund: string; status: string }[]
    }[]
    readonly counts?: Readonly<Record<string, number>>
  }
}

/** The headers of a signed request, by the words of the protocol; parts may be made wrong. */
export function signed(
  { id, secret }: IntakeKeyTold,
  body: string | Buffer,
  parts: { timestamp?: number; nonce?: string } = {},
): Record<string, string> {
  const timestamp = String(parts.timestamp ?? Math.floor(Date.now() / 1_000))
  const nonce = parts.nonce ?? randomBytes(16).toString('hex')
  const text = `CHANGKE-HMAC-SHA256\n${id}\n${timestamp}\n${nonce}\n${createHash('sha256').update(body).digest('hex')}`
  return {
    'Content-Type': 'application/json',
    'X-Changke-Key': id,
    'X-Changke-Timestamp': timestamp,
    'X-Changke-Nonce': nonce,
    'X-Changke-Signature': createHmac('sha256', secret).update(text).digest('hex'),
  }
}

/** A key for a source, made by the shop's owner. */
export async function makeKey(shop: Shop, owner: string, source: string): Promise<IntakeKeyTold> {
  const made = await shop.merchant(owner, 'intakeKeys.create', { source })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

/** Calls the deployed function as the HTTP access service does. */
export async function post(
  shop: Shop,
  body: string,
  headers: Record<string, string>,
  event: object = {},
): Promise<IntakeReply> {
  const reply = (await shop.raw(
    'orderIntake',
    { path: '/orderIntake', httpMethod: 'POST', headers, body, isBase64Encoded: false, ...event },
    { source: 'wx_http' },
  )) as { statusCode: number; body: string }
  return { status: reply.statusCode, body: JSON.parse(reply.body) as IntakeReply['body'] }
}

/** Tells of events, signed. */
export function tell(shop: Shop, key: IntakeKeyTold, events: readonly unknown[]): Promise<IntakeReply> {
  const body = JSON.stringify({ events })
  return post(shop, body, signed(key, body))
}
