import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Gateway, answerAction, asGatewayError, failureReply } from './answerAction'
import { type Doc, isPlainObject } from './bsonValues'
import { errors } from './gatewayError'
import type { Reply } from './httpServer'
import { ManagerError, runManagerAction } from './managerApi'
import type { Caller, TcbRequest } from './request'
import { type Credentials, type TimeSpan, verifyManagerSignature, verifySdkSignature } from './signature'
import type { StatsCounter } from './stats'

/** A gateway behind a port: whoever calls must have signed. */
export interface SignedGateway extends Gateway {
  credentials: Credentials
  timeSpan(): TimeSpan
}

/** Tells by path and header who is asking, and answers. */
export async function answerRequest(
  gateway: SignedGateway,
  request: IncomingMessage,
  body: string | Error,
): Promise<Reply> {
  const path = (request.url ?? '/').split('?', 1)[0]!
  const statsReply = answerStats(gateway.stats, request.method ?? '', path)
  if (statsReply) return statsReply
  return request.headers['x-tc-action']
    ? answerManager(gateway, request, body)
    : answerSdk(gateway, request, body)
}

function answerStats(stats: StatsCounter, method: string, path: string): object | undefined {
  if (method === 'GET' && path === '/stats') return stats.read()
  if (method !== 'POST' || path !== '/stats/reset') return undefined
  stats.reset()
  return {}
}

async function answerSdk(
  gateway: SignedGateway,
  request: IncomingMessage,
  body: string | Error,
): Promise<Reply> {
  try {
    const parsed = parseBody(body) as unknown as TcbRequest
    verifySdkSignature(signed(request, parsed), gateway.credentials, gateway.timeSpan())
    return answerAction(gateway, parsed, callerOf(request))
  } catch (error) {
    return failureReply(gateway, error)
  }
}

/** The platform names the invocation in `scfRequestId`, or before the last dash of `seqId` (from TCB_SEQID). */
function callerOf(request: IncomingMessage): Caller {
  const query = new URLSearchParams((request.url ?? '').split('?')[1])
  const seqId = query.get('seqId') ?? ''
  const dash = seqId.lastIndexOf('-')
  return {
    invocation: query.get('scfRequestId') ?? (dash > 0 ? seqId.slice(0, dash) : undefined),
    source: String(request.headers['x-tcb-source'] ?? '').replace(/^,/, ''),
  }
}

async function answerManager(
  gateway: SignedGateway,
  request: IncomingMessage,
  body: string | Error,
): Promise<Reply> {
  const RequestId = randomUUID()
  try {
    const parameters = parseBody(body)
    verifyManagerSignature(signed(request, parameters), gateway.credentials, gateway.timeSpan())
    const action = String(request.headers['x-tc-action'])
    return { Response: { RequestId, ...(await runManagerAction(gateway.context, action, parameters)) } }
  } catch (error) {
    const { code, message } = error instanceof ManagerError ? error : asManagerError(gateway, error)
    return { Response: { Error: { Code: code, Message: message }, RequestId } }
  }
}

function parseBody(body: string | Error): Doc {
  if (body instanceof Error) throw body
  try {
    const parsed: unknown = JSON.parse(body)
    if (isPlainObject(parsed)) return parsed
  } catch {
    // said below
  }
  throw errors.invalidParam('The request body is not a JSON object')
}

function signed(request: IncomingMessage, body: object): Parameters<typeof verifySdkSignature>[0] {
  return { method: request.method ?? 'POST', url: request.url ?? '/', headers: request.headers, body }
}

function asManagerError(gateway: Gateway, error: unknown): { code: string; message: string } {
  const { code, message } = asGatewayError(gateway, error)
  return { code: code === 'SIGN_PARAM_INVALID' ? 'AuthFailure.SignatureFailure' : code, message }
}
