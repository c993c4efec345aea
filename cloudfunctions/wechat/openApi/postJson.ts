import * as z from 'zod'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { OpenApiRefusal } from './openApi'

/** Several calls may follow one another within a function's time. */
const ANSWER_WITHIN_MS = 4_000

const refused = z.object({ errcode: z.number().int(), errmsg: z.string().default('') })

/**
 * Posts JSON and reads the answer. WeChat answers 200 even to what it refuses, with an `errcode`; 0 is none. An address
 * holds a token, so it is never part of what is told.
 */
export async function postJson<Schema extends z.ZodType>(
  address: string,
  body: object,
  answer: Schema,
): Promise<Result<z.output<Schema>, OpenApiRefusal>> {
  const said = await replyTo(address, body)
  if (!said.ok) return said
  const value = parsed(said.value.bytes)
  const refusal = refusalIn(value)
  if (refusal) return refuse(refusal)
  const read = answer.safeParse(value)
  return read.success ? ok(read.data) : refuse(unheard(UNDOCUMENTED))
}

/** A picture that WeChat made, as base64. */
export interface Picture {
  readonly base64: string
  /** As `image/png`. */
  readonly type: string
}

/** Posts JSON where WeChat answers with a picture; what it refuses it says as JSON all the same. */
export async function postForPicture(
  address: string,
  body: object,
): Promise<Result<Picture, OpenApiRefusal>> {
  const said = await replyTo(address, body)
  if (!said.ok) return said
  const { bytes, type } = said.value
  if (type.startsWith('image/')) return ok({ base64: bytes.toString('base64'), type })
  return refuse(refusalIn(parsed(bytes)) ?? unheard(UNDOCUMENTED))
}

const UNDOCUMENTED = 'the answer is not what is documented'

function refusalIn(value: unknown): OpenApiRefusal | null {
  const said = refused.safeParse(value)
  return said.success && said.data.errcode !== 0
    ? { code: said.data.errcode, message: said.data.errmsg }
    : null
}

interface Reply {
  readonly bytes: Buffer
  readonly type: string
}

async function replyTo(address: string, body: object): Promise<Result<Reply, OpenApiRefusal>> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // A redirect would carry the token to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const bytes = Buffer.from(await reply.arrayBuffer())
    const type = reply.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
    return reply.ok ? ok({ bytes, type }) : refuse(unheard(`HTTP status ${reply.status}`))
  } catch (error) {
    const { name, cause } = error as { name: string; cause?: { code?: string } }
    return refuse(unheard(cause?.code ?? name))
  }
}

const unheard = (message: string): OpenApiRefusal => ({ code: 0, message })

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
