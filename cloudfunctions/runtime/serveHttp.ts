import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Refusal } from '@shared/contracts/errors'
import { dayOf } from '@shared/kernel/businessDay'
import { ok, refuse } from '@shared/kernel/result'
import { BusyError } from '../database/retry'
import type { HttpAnswer, HttpCall, HttpHandler, HttpRequest } from './http'
import { environment } from './environment'
import { errorWords, faultsOf } from './event'
import { identityOf, isHttp } from './identity'
import { logCall, logFault } from './log'
import { paymentsOf } from './payments'
import { inBothWords } from './refusal'

/** What CloudBase's HTTP access service calls a function with. */
const httpEvent = z.looseObject({
  httpMethod: z.string().max(16),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  body: z.string().default(''),
  // The platform's documentation has it as a truth value and as a word.
  isBase64Encoded: z
    .union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })])
    .default(false),
})

/** What it makes an answer over HTTP of. */
interface HttpReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * The entry point of a deployed function behind HTTP. Refuses everybody but the access service: any client can call any
 * function by name and make up the event. Who is behind the request is for the handler to find out, from its signature.
 */
export function serveHttp(name: string, handle: HttpHandler) {
  return async (event: unknown, context: object): Promise<HttpReply | { ok: false; error: object }> => {
    const at = Date.now()
    const requestId = randomUUID()
    if (!isHttp(identityOf(context))) return { ok: false, error: inBothWords({ code: 'NOT_ALLOWED_HERE' }) }
    const { status, body, outcome } = await answerOf(name, handle, event, at, requestId)
    logCall({ action: name, requestId, outcome, ms: Date.now() - at })
    return {
      statusCode: status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    }
  }
}

async function answerOf(
  name: string,
  handle: HttpHandler,
  event: unknown,
  at: number,
  requestId: string,
): Promise<HttpAnswer> {
  try {
    return await handle(openCall(name, at, requestId), requestOf(event))
  } catch (error) {
    if (error instanceof BusyError) return refusal(503, { code: 'BUSY' })
    logFault(name, requestId, error)
    return refusal(500, { code: 'INTERNAL', data: { requestId } })
  }
}

function refusal(status: number, error: Refusal): HttpAnswer {
  return { status, outcome: error.code, body: { ok: false, error: inBothWords(error) } }
}

function openCall(name: string, at: number, requestId: string): HttpCall {
  const { cloud, settings, secret } = environment()
  return {
    cloud,
    secret,
    at,
    today: dayOf(at),
    requestId,
    settings: () => settings(at),
    payments: paymentsOf,
    inWords: inBothWords,
    check,
    alert: (error) => logFault(name, requestId, error),
  }
}

const check: HttpCall['check'] = (schema, value) => {
  const inChinese = schema.safeParse(value, { error: errorWords.zh })
  if (inChinese.success) return ok(inChinese.data)
  const inEnglish = schema.safeParse(value, { error: errorWords.en })
  return refuse({ zh: faultsOf(inChinese.error), en: inEnglish.error ? faultsOf(inEnglish.error) : '' })
}

/** Headers by their names in small letters; the body as the bytes that were sent. */
function requestOf(event: unknown): HttpRequest {
  const { httpMethod, headers, body, isBase64Encoded } = httpEvent.parse(event)
  return {
    method: httpMethod.toUpperCase(),
    headers: new Map(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
    ),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  }
}
