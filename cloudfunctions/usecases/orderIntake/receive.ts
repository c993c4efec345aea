import { intakeBatch } from '@shared/contracts/orderIntake'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { HttpAnswer, HttpCall, HttpHandler } from '../../runtime/http'
import { checkSignature } from './checkSignature'
import { readEvents } from './readEvents'
import { takeInAll } from './takeInAll'

const NO_JSON = { zh: '不是 JSON', en: 'it is not JSON' }

/** What a refused request is answered with; nothing of it was done. */
const STATUS = {
  INTAKE_METHOD: 405,
  INTAKE_BODY: 400,
  INTAKE_HEADER: 401,
  INTAKE_KEY: 401,
  INTAKE_TIMESTAMP: 401,
  INTAKE_SIGNATURE: 401,
  INTAKE_NONCE: 409,
} as const

type WholeRefusal = Refusal<keyof typeof STATUS>

/**
 * Orders and refunds as a mall or a till beside the shop tells of them: one or many, in any sequence, any number of
 * times. A request that is not signed or cannot be read is refused whole; else each event has its own result.
 */
export const receive: HttpHandler = async (call, request) => {
  const refused = (error: WholeRefusal): HttpAnswer => ({
    status: STATUS[error.code],
    outcome: error.code,
    body: { ok: false, error: call.inWords(error) },
  })
  if (request.method !== 'POST') return refused({ code: 'INTAKE_METHOD' })
  const signed = await checkSignature(call, request)
  if (!signed.ok) return refused(signed.error)
  const told = eventsIn(call, request.body)
  if (!told.ok) return refused(told.error)
  const { source } = signed.value
  const results = await takeInAll(call, readEvents(call, source, told.value))
  const counts = { accepted: 0, already: 0, waiting: 0, error: 0 }
  for (const { status } of results) counts[status] += 1
  return { status: 200, outcome: 'ok', body: { ok: true, results, counts } }
}

function eventsIn(call: HttpCall, body: Buffer): Result<readonly unknown[], WholeRefusal> {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    return refuse({ code: 'INTAKE_BODY', data: { detail: NO_JSON } })
  }
  if (typeof value === 'object' && value !== null && 'type' in value) return ok([value])
  const batch = call.check(intakeBatch, value)
  return batch.ok ? ok(batch.value.events) : refuse({ code: 'INTAKE_BODY', data: { detail: batch.error } })
}
