import { z } from 'zod'
import { CallFailure, type CallFailureCode } from '../cloud/functions/callFailure'
import type { FunctionRunner } from '../cloud/functions/functionRunner'
import { type Door, DoorError, type DoorRequest, jsonText, parseBody } from './door'
import { openidSchema } from './openid'

const STATUS: Record<CallFailureCode, number> = {
  FUNCTION_NOT_FOUND: 404,
  FUNCTIONS_EXECUTE_FAIL: 502,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
  FUNCTIONS_CONCURRENCY_EXCEEDED: 503,
}

const bodySchema = z.strictObject({
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).default({}),
})

/** WeChat's own tools run the mini-program on a page of another origin. */
const FROM_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, x-local-openid',
  'access-control-allow-methods': 'POST',
  'access-control-max-age': '86400',
}

/** What `wx.cloud.callFunction` does, for a caller named in the header `x-local-openid`. */
export function callFunctionDoors(runner: FunctionRunner): Door[] {
  return [
    {
      method: 'OPTIONS',
      path: '/wx/callFunction',
      handle: () => ({ status: 204, headers: FROM_ANYWHERE, body: '' }),
    },
    { method: 'POST', path: '/wx/callFunction', handle: (request) => callFunction(runner, request) },
  ]
}

async function callFunction(runner: FunctionRunner, request: DoorRequest) {
  const openid = openidSchema.safeParse(request.headers['x-local-openid'])
  if (!openid.success) throw new DoorError(400, 'BAD_OPENID', 'The header x-local-openid must hold an openid')
  const { name, data } = parseBody(request, bodySchema)
  const caller = { source: 'wx_client', openid: openid.data }
  const result = await runner.call(name, JSON.stringify(data), caller).catch(refuse)
  return jsonText(`{"result":${result}}`, 200, FROM_ANYWHERE)
}

/** A failure of the call as such, as an answer. */
export function refuse(error: unknown): never {
  if (error instanceof CallFailure) throw new DoorError(STATUS[error.code], error.code, error.message)
  throw error
}
