import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { runAction } from './actions'
import { type Doc, isPlainObject } from './bsonValues'
import type { FaultInjector, FaultKind } from './faults'
import { GatewayError, errors } from './gatewayError'
import type { Reply } from './httpServer'
import { ManagerError, runManagerAction } from './managerApi'
import type { Caller, GatewayContext, TcbRequest } from './request'
import { type Credentials, type TimeSpan, verifyManagerSignature, verifySdkSignature } from './signature'
import type { StatsCounter } from './stats'

export interface Gateway {
  context: GatewayContext
  credentials: Credentials
  timeSpan(): TimeSpan
  faults: FaultInjector
  stats: StatsCounter
  /** Told of errors that are the gateway's own: they are bugs or a broken disk. */
  onInternalError(error: Error): void
}

/** Tells by path and header who is asking, and answers. */
export async function answerRequest(
  gateway: Gateway,
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

async function answerSdk(gateway: Gateway, request: IncomingMessage, body: string | Error): Promise<Reply> {
  const requestId = randomUUID()
  try {
    const parsed = parseBody(body) as unknown as TcbRequest
    verifySdkSignature(signed(request, parsed), gateway.credentials, gateway.timeSpan())
    const { context } = gateway
    if (parsed.envName !== context.envId) throw errors.invalidEnv(String(parsed.envName))
    const collection = typeof parsed.collectionName === 'string' ? parsed.collectionName : undefined
    gateway.stats.count(String(parsed.action), collection)
    const inTransaction = typeof parsed.transactionId === 'string'
    const fault = gateway.faults.next({ action: parsed.action, collection, inTransaction })
    const reply = await underFault(fault, gateway, parsed, callerOf(request))
    return reply && { requestId, ...reply }
  } catch (error) {
    const { code, message } = asGatewayError(gateway, error)
    return { code, message, requestId }
  }
}

/** How long a request hit by `slow` is held back. */
const slowMs = 300

async function underFault(
  fault: FaultKind | undefined,
  { context }: Gateway,
  request: TcbRequest,
  caller: Caller,
): Promise<Reply> {
  switch (fault) {
    case 'timeoutBefore':
      return undefined
    case 'timeoutAfter':
      // done, and nobody learns of it: not even of an error
      await runAction(context, request, caller).catch(() => undefined)
      return undefined
    case 'error':
      throw errors.requestFailed('[InternalError] injected by the local cloud')
    case 'conflict':
      context.store.transactions.end(context.store.transactions.get(request.transactionId!))
      throw errors.transactionConflict()
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, slowMs))
      break
    case undefined:
      break
  }
  return runAction(context, request, caller)
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
  gateway: Gateway,
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

function asGatewayError(gateway: Gateway, error: unknown): GatewayError {
  if (error instanceof GatewayError) return error
  gateway.onInternalError(error as Error)
  return errors.internal((error as Error).message)
}
