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
  const said = await textOf(address, body)
  if (!said.ok) return said
  const value = parsed(said.value)
  const refusal = refused.safeParse(value)
  if (refusal.success && refusal.data.errcode !== 0)
    return refuse({ code: refusal.data.errcode, message: refusal.data.errmsg })
  const read = answer.safeParse(value)
  return read.success ? ok(read.data) : refuse(unheard('the answer is not what is documented'))
}

async function textOf(address: string, body: object): Promise<Result<string, OpenApiRefusal>> {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // A redirect would carry the token to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const text = await reply.text()
    return reply.ok ? ok(text) : refuse(unheard(`HTTP status ${reply.status}`))
  } catch (error) {
    const { name, cause } = error as { name: string; cause?: { code?: string } }
    return refuse(unheard(cause?.code ?? name))
  }
}

const unheard = (message: string): OpenApiRefusal => ({ code: 0, message })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
